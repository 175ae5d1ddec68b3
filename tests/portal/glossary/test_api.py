import pytest

from portal.glossary.models import TermCitation
from tests.factories import make_source, make_term

pytestmark = pytest.mark.django_db
URL = "/api/v1/terms"


def test_a_term_says_what_the_contract_promises(client):
    commons = make_term("Commun", live=False)
    make_term(
        "Société coopérative d’intérêt collectif",
        slug="scic",
        kind="legal_form",
        acronyms=["SCIC"],
        synonyms=["coopérative d’intérêt collectif"],
        definition="<p>Une <b>société</b> à plusieurs collèges.</p>",
        themes=["governance"],
        citations=[TermCitation(source=make_source(), locator="annexe 2")],
        see_also=[commons, make_term("Coopérative")],
    )

    term = client.get(f"{URL}/scic").json()

    assert term | {"updated_at": ""} == {
        "slug": "scic",
        "name": "Société coopérative d’intérêt collectif",
        "kind": "legal_form",
        "acronyms": ["SCIC"],
        "synonyms": ["coopérative d’intérêt collectif"],
        "definition": "Une société à plusieurs collèges.",
        "themes": ["governance"],
        "see_also": ["cooperative"],
        "source": "Document etude, annexe 2",
        "licence": "Licence Ouverte 2.0",
        "updated_at": "",
        "url": "http://testserver/glossaire/scic/",
    }


def test_drafts_are_nowhere(client):
    make_term("Brouillon", live=False)

    assert client.get(URL).json() == {"items": [], "next_cursor": None, "total": 0}
    assert client.get(f"{URL}/brouillon").status_code == 404


def test_only_what_changed_since_a_moment_is_given(client):
    make_term()

    assert client.get(URL, {"updated_since": "2020-01-01"}).json()["total"] == 1
    assert client.get(URL, {"updated_since": "2100-01-01"}).json()["total"] == 0


def test_the_list_costs_the_same_however_long(client, django_assert_max_num_queries):
    for number in range(8):
        make_term(acronyms=[f"S{number}"], themes=["governance"])

    with django_assert_max_num_queries(8):
        client.get(URL)
