"""What another platform publishes is fetched from its address, with patience that has an end."""

import gzip
import json
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management.base import CommandError
from django.urls import reverse

from dynamics.directory.models import Dynamic
from dynamics.importing import fetching
from dynamics.importing.models import ImportRun
from dynamics.importing.readers import Trouble, UnreadableFileError

pytestmark = pytest.mark.django_db

ELEMENTS = json.dumps(
    {
        "ontology": "gogofull",
        "data": [
            {"id": 1, "name": "La Forge", "geo": {"latitude": 50.63, "longitude": 3.06}},
            {"id": 2, "name": "Le Pré", "geo": {"latitude": 48.86, "longitude": 2.33}},
        ],
    }
).encode()


class Platform(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self):
        self.asked.append(self.path)
        if self.path == "/ailleurs":
            self._answer(302, b"", Location="file:///etc/passwd")
        elif self.path == "/interne":
            self._answer(302, b"", Location="/api/elements.json")
        elif self.path == "/api/elements.json":
            self._answer(200, gzip.compress(ELEMENTS), **{"Content-Encoding": "gzip"})
        elif self.path == "/page":
            self._answer(200, b"<!doctype html><html>Connexion</html>")
        elif self.path == "/long":
            self.send_response(200)
            self.end_headers()
            # Whoever asks goes away in the middle.
            with suppress(OSError):
                self.wfile.write(b" " * 20 * fetching.CHUNK)
        else:
            self._answer(404, b"<html>404</html>")

    def _answer(self, status, body, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments):
        """Say nothing."""


@pytest.fixture
def platform():
    Platform.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Platform)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_address_of_a_map_is_enough(bring, platform):
    report = bring(platform)

    assert (report["created"], report["located"]) == (2, 2)
    assert sorted(Dynamic.objects.values_list("name", flat=True)) == ["La Forge", "Le Pré"]


@pytest.mark.parametrize(("path", "sentence"), [("/rien", "404"), ("/page", "page web")])
def test_an_error_page_brings_nothing_but_a_sentence(bring, platform, path, sentence):
    with pytest.raises(CommandError, match=sentence):
        bring(platform + path)

    assert not Dynamic.objects.exists()


def test_nobody_answering_is_a_sentence(bring):
    with pytest.raises(CommandError, match="ne peut pas"):
        bring("http://127.0.0.1:9/")


def test_a_redirect_leads_to_the_web_and_nowhere_else(platform, tmp_path):
    with pytest.raises(UnreadableFileError) as refused:
        fetching.fetch(platform + "/ailleurs", tmp_path)

    assert refused.value.trouble == Trouble.UNREACHABLE


def test_a_platform_cannot_send_the_portal_into_its_own_network(platform, tmp_path, monkeypatch):
    assert fetching.fetch(platform + "/interne", tmp_path).stat().st_size
    monkeypatch.setattr(fetching, "is_private", lambda address: not address.endswith("/interne"))

    with pytest.raises(UnreadableFileError) as refused:
        fetching.fetch(platform + "/interne", tmp_path)

    assert refused.value.trouble == Trouble.UNREACHABLE


@pytest.mark.parametrize(
    ("address", "is_private"),
    [
        ("http://127.0.0.1/", True),
        ("http://10.0.0.8/", True),
        ("http://169.254.169.254/latest", True),
        ("http://[::1]/", True),
        ("http://8.8.8.8/", False),
    ],
)
def test_the_own_network_is_known(address, is_private):
    assert fetching.is_private(address) is is_private


@pytest.mark.parametrize(
    ("limit", "trouble"),
    [
        (("MOST_BYTES", 2 * fetching.CHUNK), Trouble.TOO_BIG),
        (("MOST_SECONDS", -1), Trouble.UNREACHABLE),
    ],
)
def test_what_is_too_long_or_too_slow_is_given_up(platform, tmp_path, monkeypatch, limit, trouble):
    monkeypatch.setattr(fetching, *limit)

    with pytest.raises(UnreadableFileError) as refused:
        fetching.fetch(platform + "/long", tmp_path)

    assert refused.value.trouble == trouble


@pytest.fixture
def admin(country, animator, client):
    client.force_login(animator)
    return client


def give(client, **fields):
    return client.post(reverse("import_new"), {"source": "Une carte", **fields}, follow=True)


@pytest.mark.ignore_template_errors
def test_an_animator_gives_the_address_of_a_map(admin, platform, monkeypatch):
    monkeypatch.setattr(fetching, "is_private", lambda _address: False)
    monkeypatch.setattr(fetching, "_refuse_own_network", lambda _connection: None)

    page = give(admin, address=platform).content.decode()

    assert "La Forge · Le Pré" in page
    assert ImportRun.objects.get().file_name == "127.0.0.1"


@pytest.mark.ignore_template_errors
@pytest.mark.parametrize("is_a_name_that_changes_its_mind", [False, True])
def test_an_animator_cannot_send_the_portal_into_its_own_network(
    admin, platform, monkeypatch, is_a_name_that_changes_its_mind
):
    if is_a_name_that_changes_its_mind:
        monkeypatch.setattr(fetching, "is_private", lambda _address: False)

    page = give(admin, address=platform).content.decode()

    assert "ne peut pas" in page
    assert f'value="{platform}"' in page
    assert Platform.asked == []
    assert not ImportRun.objects.exists()


@pytest.mark.ignore_template_errors
@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Choisissez un fichier"),
        ({"address": "https://exemple.invalid/", "file": "nom\nLe Four\n"}, "lequel des deux"),
        ({"address": "pas une adresse"}, "URL valide"),
        ({"address": "ftp://exemple.invalid/carte.csv"}, "ne peut pas"),
    ],
)
def test_it_is_a_file_or_an_address(admin, fields, sentence):
    if "file" in fields:
        fields |= {"file": SimpleUploadedFile("carte.csv", fields["file"].encode())}

    assert sentence in give(admin, **fields).content.decode()
    assert not ImportRun.objects.exists()
