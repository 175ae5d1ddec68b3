"""What machines read: whom to warn, what to index, and how the portal is."""

import re
import shutil
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pytest_django import Settings

from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from tests.factories import make_dynamic, make_method, make_page, make_term

pytestmark = pytest.mark.django_db

# What would tell a stranger how the portal is made, or where it is kept.
INSIDE = re.compile(
    r"/(?:work|tmp|var|home|data)|\.py|\d+\.\d+|postgres|sqlite|redis|tantivy|Error"
)


def fields_of(text: str) -> list[tuple[str, str]]:
    """Read the lines of a security.txt."""
    return [tuple(line.split(": ", 1)) for line in text.splitlines()]


def locations(client: Client) -> list[str]:
    """Return the addresses of the sitemap."""
    return re.findall(r"<loc>(.+?)</loc>", client.get("/sitemap.xml").content.decode())


def test_whom_to_warn_is_said_as_the_rfc_asks(client, settings: Settings):
    settings.SECURITY_CONTACT = "mailto:securite@exemple.fr?subject=a&body=b"

    response = client.get("/.well-known/security.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    found = fields_of(response.content.decode())
    fields = dict(found)
    assert len(fields) == len(found), "none twice"
    assert fields["Contact"] == "mailto:securite@exemple.fr?subject=a&body=b"
    expires = parse_datetime(fields["Expires"])
    assert timedelta(days=30) < expires - timezone.now() < timedelta(days=365)
    assert fields["Canonical"] == "http://testserver/.well-known/security.txt"
    assert fields["Preferred-Languages"] == "fr, en"


def test_without_a_contact_the_legal_page_is_named(client):
    found = dict(fields_of(client.get("/.well-known/security.txt").content.decode()))

    assert urlsplit(found["Contact"]).path == "/mentions-legales/"


def test_robots_are_told_what_is_for_people_and_where_the_rest_is(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert lines[0] == "User-agent: *"
    assert "Disallow: /admin/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert all(line == "" or re.match(r"^[A-Z][a-z-]+: \S+$", line) for line in lines)


def test_the_sitemap_names_what_is_public_and_nothing_else(content, client):
    make_page("Brouillon", live=False)
    make_method("Méthode en brouillon", live=False)
    make_term("Terme en brouillon", live=False)
    make_dynamic("Dynamique en brouillon", live=False)
    restricted = make_page("Entre nous")
    restricted.view_restrictions.create(restriction_type="login")

    found = locations(client)

    assert len(found) == len(set(found))
    assert [each for each in found if "brouillon" in each or "entre-nous" in each] == []
    for path in ("/", "/dynamiques/eusko/", "/dynamiques/figeacteurs/", "/glossaire/commun/"):
        assert f"http://testserver{path}" in found
    assert {client.get(urlsplit(each).path).status_code for each in found} == {200}


def test_health_says_what_answers(content, client):
    response = client.get("/sante/")

    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    assert set(response.json()) == {
        "status",
        "database",
        "search",
        "search_engine",
        "broker",
        "pending_index_changes",
        "oldest_pending_seconds",
    }
    assert not INSIDE.search(response.content.decode())


def gone(folder: Path) -> None:
    shutil.rmtree(folder)


def damaged(folder: Path) -> None:
    for path in (folder / (folder / "CURRENT").read_text().strip()).iterdir():
        path.write_bytes("n’importe quoi".encode())


def truncated(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.suffix in {".idx", ".term", ".store", ".fast"}:
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.logs_errors
@pytest.mark.parametrize("break_it", [gone, damaged, truncated])
def test_an_index_that_cannot_be_read_is_said_and_nothing_of_where_it_is(
    content, client, settings: Settings, tmp_path, break_it
):
    broken = Path(shutil.copytree(settings.SEARCH_DIR, tmp_path / "index"))
    break_it(broken)
    settings.SEARCH_DIR = broken

    response = client.get("/sante/")

    assert response.status_code == 503
    assert response.json()["search"] == "down"
    assert not INSIDE.search(response.content.decode())


@pytest.mark.logs_errors
def test_a_database_that_is_gone_is_said_and_nothing_of_where_it_is(client, monkeypatch):
    def refused() -> None:
        raise OperationalError("connection to server at db.internal, user maillage, failed")

    monkeypatch.setattr("portal.home.health.connection.cursor", refused)

    response = client.get("/sante/")

    assert response.status_code == 503
    assert response.json()["database"] == "down"
    assert not INSIDE.search(response.content.decode())
