"""The search page, as a visitor meets it."""

import re
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from django.test import Client
from django.urls import reverse

from search import registry
from search.engines import current_engine
from search.registry import Subject
from search.synonyms import SynonymGroup
from tests.search.builders import fill, make_document
from tests.search.contract.test_bad_input import ODDITIES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]

URL = "/recherche/"


@pytest.fixture(autouse=True)
def index(settings: Settings, tmp_path: Path) -> None:
    settings.SEARCH_DIR = tmp_path / "search"
    for kind, label in (("method", "outil"), ("dynamic", "dynamique")):
        registry.register(
            Subject(kind, label, f"{label}s", (), lambda _key: None, tuple, lambda _each: ())
        )
    registry.register_facet("theme", "Thème", lambda: {"coop": "Coopération", "gov": "Gouvernance"})
    registry.register_synonyms(
        lambda: (SynonymGroup(("société coopérative d’intérêt collectif", "SCIC")),)
    )
    fill(
        current_engine(),
        [
            make_document(
                "Financement participatif",
                uid="method:1",
                summary="Pour une SCIC <b>locale</b>",
                facets={"theme": ("coop", "gov")},
            ),
            make_document("Eusko", kind="dynamic", uid="dynamic:1", facets={"theme": ("coop",)}),
            *(make_document(f"Page {number:02}", uid=f"method:p{number}") for number in range(30)),
        ],
    )


def text(client: Client, **parameters: object) -> str:
    response = client.get(URL, parameters)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_results_show_what_was_found_and_how_many(client: Client) -> None:
    page = text(client, q="financement")

    assert '<a href="/method:1/">Financement participatif</a>' in page
    assert re.search(r'class="result-count"[^>]*>1 ', page)


def test_extracts_are_marked_and_safe(client: Client) -> None:
    page = text(client, q="locale")

    assert "&lt;b&gt;<mark>locale</mark>&lt;/b&gt;" in page


def test_an_acronym_is_explained(client: Client) -> None:
    assert "SCIC = société coopérative d’intérêt collectif" in text(client, q="scic")


def test_a_correction_is_told_with_a_way_back(client: Client) -> None:
    page = text(client, q="financement particpatif")

    assert "<strong>financement participatif</strong>" in page
    assert "?q=financement+particpatif&amp;exact=1" in page
    assert "<strong>financement" not in text(client, q="particpatif", exact="1")


def test_choices_are_boxes_with_counts_and_links_to_take_them_back(client: Client) -> None:
    page = text(client, theme=["coop", "gov"], kind="method")

    assert 'name="theme" value="coop" checked' in page
    assert 'href="?theme=gov&amp;kind=method"' in page
    assert 'href="?theme=coop&amp;theme=gov"' in page


def test_a_facet_that_only_filters_has_its_chip_too(client: Client) -> None:
    assert 'href="?q=eusko"' in text(client, q="eusko", department="64")


def test_pages_keep_the_question(client: Client) -> None:
    assert "?q=page&amp;page=2" in text(client, q="page")
    assert "?q=page&amp;exact=1&amp;page=2" in text(client, q="page", exact="1")


def test_when_nothing_is_found_there_are_ways_out(client: Client) -> None:
    page = text(client, q="finaxyzw introuvable")

    assert "?theme=coop" in page
    assert "?kind=dynamic" in page
    assert "Financement participatif" in page


def test_when_nothing_is_found_the_nearest_themes_are_proposed(client: Client) -> None:
    page = text(client, q="gouverner", kind="dynamic")
    near, _, others = page.partition("Les thèmes les plus proches")[2].partition("</ul>")

    assert "?theme=gov" in near
    assert "?theme=coop" not in near
    assert "?kind=dynamic" in others
    assert "Les thèmes les plus proches" not in text(client, q="xyzw")


def test_search_without_words_shows_everything(client: Client) -> None:
    assert "32" in text(client)


ODD_ADDRESSES = [
    {"page": "10" * 50},
    {"page": "-1"},
    {"page": "x"},
    {"page": "²"},
    {"sort": "price"},
    {"sort": "distance"},
    {"theme": "unknown"},
    {"theme": "<script>alert(1)</script>"},
    {"theme": "x" * 10_000},
    {"theme": [str(number) for number in range(900)]},
    {"kind": "\x00"},
    {"colour": "red"},
    {"exact": "1"},
]


def test_nothing_one_can_type_breaks_the_page(client: Client) -> None:
    for typed in ODDITIES:
        page = text(client, q=typed.encode("utf-8", "ignore"))

        assert len(page) < 100_000, typed
        assert "<script>alert" not in page, typed


def test_no_address_breaks_the_page(client: Client) -> None:
    for parameters in ODD_ADDRESSES:
        page = text(client, **parameters)

        assert len(page) < 100_000, parameters
        assert "<script>alert" not in page, parameters


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.post(URL).status_code == 405


def test_the_page_costs_few_queries_however_much_is_found(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(URL, {"q": "page"})

    with django_assert_max_num_queries(4):
        client.get(URL, {"q": "page scic financement", "theme": "coop"})


def test_without_an_index_the_page_builds_it(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.SEARCH_DIR = tmp_path / "elsewhere"

    text(client, q="eusko")

    assert current_engine().fingerprints() == {}


def test_while_another_builds_the_index_the_page_says_so(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.SEARCH_DIR = tmp_path / "elsewhere"

    with current_engine().rebuild():
        page = text(client, q="eusko")

    assert "notice" in page


def test_when_the_index_cannot_be_written_the_page_says_so(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.SEARCH_DIR = tmp_path / "file" / "search"
    (tmp_path / "file").touch()

    assert "notice" in text(client, q="eusko")


def test_with_workers_the_page_leaves_the_building_to_them(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.SEARCH_DIR = tmp_path / "elsewhere"
    settings.CELERY_TASK_ALWAYS_EAGER = False

    assert "notice" in text(client, q="eusko")
    assert not (tmp_path / "elsewhere").exists()


def test_completion_is_a_list_of_links(client: Client) -> None:
    page = client.get(reverse("search:completion"), {"q": "eus"}).content.decode()

    assert 'href="/dynamic:1/"' in page
    nothing = client.get(reverse("search:completion"), {"q": "zz"}).content.decode()
    assert "<a " not in nothing
