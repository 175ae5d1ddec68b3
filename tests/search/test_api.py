"""The same search, for other sites."""

from pathlib import Path

import pytest
from pytest_django import Settings

from django.test import Client

from search import registry
from search.engines import current_engine
from search.schema import MEMBERS
from tests.search.builders import fill, make_document

pytestmark = pytest.mark.django_db

SEARCH = "/api/v1/search"
SUGGEST = "/api/v1/suggest"


@pytest.fixture(autouse=True)
def index(settings: Settings, tmp_path: Path) -> None:
    settings.SEARCH_DIR = tmp_path / "search"
    registry.register_facet("theme", "Thème", lambda: {"coop": "Coopération"})
    fill(
        current_engine(),
        [
            make_document(
                "Financement participatif",
                uid="method:1",
                body="Un financement par les habitants",
                tags=("argent",),
                facets={"theme": ("coop",)},
            ),
            make_document("Besoin de financement", kind="need", uid="need:1", audience=MEMBERS),
            make_document("Forum", uid="method:2"),
        ],
    )


def test_a_search_answers_the_promised_shape(client: Client) -> None:
    answer = client.get(SEARCH, {"q": "finansement", "theme": "coop"}).json()

    assert answer["items"] == [
        {
            "kind": "method",
            "title": "Financement participatif",
            "url": "/method:1/",
            "extract": "Un <mark>financement</mark> par les habitants",
            "tags": ["argent"],
        }
    ]
    assert (answer["total"], answer["page"], answer["corrected"]) == (1, 1, "financement")
    assert answer["facets"]["kind"] == [{"value": "method", "label": "method", "count": 1}]
    assert answer["facets"]["theme"] == [{"value": "coop", "label": "Coopération", "count": 1}]
    assert set(answer) == {"items", "total", "page", "facets", "corrected"}


def test_what_is_for_members_is_never_answered(client: Client) -> None:
    assert client.get(SEARCH, {"q": "besoin", "kind": "need"}).json()["total"] == 0


def test_pages_and_their_length_may_be_chosen(client: Client) -> None:
    answer = client.get(SEARCH, {"limit": 1, "page": 2}).json()

    assert (len(answer["items"]), answer["total"], answer["page"]) == (1, 2, 2)


@pytest.mark.parametrize(
    "parameters", [{"page": "x"}, {"page": "0"}, {"limit": "1000"}, {"sort": "price"}]
)
def test_a_bad_parameter_is_refused_in_one_sentence(
    client: Client, parameters: dict[str, str]
) -> None:
    response = client.get(SEARCH, parameters)

    assert 400 <= response.status_code < 500
    assert isinstance(response.json()["detail"], str)


@pytest.mark.parametrize(
    "parameters",
    [{"q": "x" * 10_000}, {"q": "\x00"}, {"theme": "unknown"}, {"q": ""}, {"theme": ""}],
    ids=str,
)
def test_an_odd_question_is_answered(client: Client, parameters: dict[str, str]) -> None:
    assert client.get(SEARCH, parameters).status_code == 200


def test_suggestions_answer_the_promised_shape(client: Client) -> None:
    assert client.get(SUGGEST, {"q": "fin"}).json() == {
        "items": [{"kind": "method", "title": "Financement participatif", "url": "/method:1/"}]
    }
    assert client.get(SUGGEST).json() == {"items": []}
