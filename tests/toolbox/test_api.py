import csv
import io

import pytest

from tests.factories import make_dynamic, make_experience, make_method, make_source
from toolbox import spreadsheet
from toolbox.models import MethodCitation

pytestmark = pytest.mark.django_db
URL = "/api/v1/methods"


@pytest.fixture
def open_forum():
    return make_method(
        "Forum ouvert",
        summary="Réunir sans ordre du jour.",
        kind="participation",
        phases=["emergence"],
        themes=["inhabitants"],
        barriers=["low_involvement"],
        tags=["animation"],
        purpose=[("paragraph", "<p>Faire <b>émerger</b> des projets.</p>")],
        steps=[("step", "<p>Poser une question.</p>"), ("step", "<p>Laisser faire.</p>")],
        cautions=[("point", "<p>Prévoir un rendu.</p>")],
        variants=[("variant", {"name": "En ligne", "text": "<p>À distance.</p>"})],
        promoted_by="Harrison Owen",
        citations=[MethodCitation(source=make_source(), locator="annexe 3")],
    )


def test_a_method_says_what_the_contract_promises(client, open_forum):
    make_experience(open_forum, make_dynamic("Eusko"))

    [method] = client.get(URL).json()["items"]

    assert method | {"updated_at": ""} == {
        "slug": "forum-ouvert",
        "title": "Forum ouvert",
        "summary": "Réunir sans ordre du jour.",
        "kind": "participation",
        "phases": ["emergence"],
        "themes": ["inhabitants"],
        "barriers": ["low_involvement"],
        "tags": ["animation"],
        "participants": "",
        "min_participants": None,
        "max_participants": None,
        "duration": "",
        "promoted_by": "Harrison Owen",
        "derived_from": None,
        "dynamics": ["eusko"],
        "source": "Document etude, annexe 3",
        "licence": "Licence Ouverte 2.0",
        "updated_at": "",
        "url": "http://testserver/outils/forum-ouvert/",
    }


def test_one_method_tells_how_to_go_about_it_in_plain_text(client, open_forum):
    method = client.get(f"{URL}/forum-ouvert").json()

    assert method["purpose"] == "Faire émerger des projets."
    assert method["steps"] == ["Poser une question.", "Laisser faire."]
    assert method["cautions"] == ["Prévoir un rendu."]
    assert method["variants"] == [{"name": "En ligne", "text": "À distance."}]


def test_drafts_are_nowhere_and_dynamics_in_draft_are_not_named(client, open_forum):
    make_method("Brouillon", live=False)
    make_experience(open_forum, make_dynamic("Discrète", live=False))

    assert client.get(URL).json()["total"] == 1
    assert client.get(f"{URL}/brouillon").status_code == 404
    assert client.get(f"{URL}/forum-ouvert").json()["dynamics"] == []


@pytest.mark.parametrize(
    "query",
    [
        "kind=participation",
        "phase=emergence",
        "theme=inhabitants",
        "barrier=low_involvement",
        "tag=Animation",
    ],
)
def test_filters_keep_what_they_name(client, open_forum, query):
    make_method("Autre", kind="funding")

    slugs = [item["slug"] for item in client.get(f"{URL}?{query}").json()["items"]]

    assert slugs == ["forum-ouvert"]


def test_a_method_changes_when_somebody_tells_of_it(client, open_forum):
    make_method("Autre")
    moment = client.get(f"{URL}/autre").json()["updated_at"]

    make_experience(open_forum, make_dynamic())
    changed = client.get(URL, {"updated_since": moment}).json()["items"]

    assert {item["slug"] for item in changed} == {"forum-ouvert", "autre"}
    assert client.get(f"{URL}/forum-ouvert").json()["updated_at"] > moment


def test_the_table_and_the_graph_hold_every_method(client, open_forum):
    rows = list(csv.DictReader(io.StringIO(client.get(f"{URL}.csv").content.decode())))
    [node] = client.get(f"{URL}.jsonld").json()["@graph"]

    assert tuple(rows[0]) == spreadsheet.COLUMNS
    assert rows[0]["title"] == "Forum ouvert"
    assert node["@id"] == "http://testserver/outils/forum-ouvert/"
    assert node["step"][0] == {"@type": "HowToStep", "text": "Poser une question."}


def test_the_list_costs_the_same_however_long(client, django_assert_max_num_queries):
    dynamic = make_dynamic()
    for number in range(8):
        method = make_method(themes=["cooperation"], tags=[f"mot {number}"])
        make_experience(method, dynamic)

    with django_assert_max_num_queries(12):
        client.get(URL)
