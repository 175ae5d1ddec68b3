"""What comes under the search box while one types."""

from pathlib import Path

import pytest
from pytest_django import Settings

from django.test import Client

from search import registry
from search.engines import current_engine
from search.registry import Subject
from tests.search.builders import fill, make_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]

URL = "/recherche/completion/"


@pytest.fixture(autouse=True)
def index(settings: Settings, tmp_path: Path) -> None:
    settings.SEARCH_DIR = tmp_path / "search"
    registry.register(
        Subject("method", "outil", "outils", (), lambda _key: None, tuple, lambda _each: ())
    )
    registry.register_facet(
        "region", "Région", lambda: {"75": "Nouvelle-Aquitaine"}, is_suggested=True
    )
    fill(
        current_engine(),
        [
            make_document("Nouveaux habitants", uid="method:1", facets={"region": ("75",)}),
            make_document("Nouveau <b>lieu</b>", uid="method:2"),
        ],
    )


def completed(client: Client, typed: str) -> str:
    response = client.get(URL, {"q": typed})
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_things_come_first_then_what_one_may_search_by(client: Client) -> None:
    answer = completed(client, "nouv")

    assert answer.count('role="option"') == 3
    assert 'aria-label="Aller directement à"' in answer
    assert answer.index('href="/method:1/"') < answer.index('href="/recherche/?region=75"')


def test_titles_are_shown_as_text(client: Client) -> None:
    assert "Nouveau &lt;b&gt;lieu&lt;/b&gt;" in completed(client, "nouveau")


def test_how_many_there_are_is_told_to_those_who_do_not_see_them(client: Client) -> None:
    assert 'data-status="3 suggestions' in completed(client, "nouv")
    assert 'data-status="1 suggestion ' in completed(client, "nouvelle")
    assert 'data-status="Aucune suggestion' in completed(client, "zzzz")


@pytest.mark.parametrize("typed", ["", " ", "\x00", "n" * 10_000, "«»", "🌱", "<script>", "le"])
def test_nothing_one_types_breaks_it(client: Client, typed: str) -> None:
    assert "<script>" not in completed(client, typed)


def test_the_box_of_every_page_completes(client: Client) -> None:
    page = client.get("/recherche/").content.decode()

    assert '<search-box data-url="/recherche/completion/">' in page
    assert 'role="listbox"' in page
