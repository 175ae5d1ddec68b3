"""Whatever one asks of the open data, the answer is data or a sentence: never a breakdown."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dynamics.directory.test_exchange import bury, make_imported
from tests.factories import make_commune, make_dynamic, make_method, make_term

pytestmark = pytest.mark.django_db
ADDRESSES = (
    *("/api/v1/dynamics", "/api/v1/dynamics.csv", "/api/v1/dynamics.geojson"),
    *("/api/v1/dynamics.jsonld", "/api/v1/dynamics/deleted"),
    *("/api/v1/methods", "/api/v1/methods.csv", "/api/v1/methods.jsonld"),
    *("/api/v1/terms", "/api/v1/terms.csv", "/api/v1/terms.jsonld"),
    *("/api/elements", "/api/elements.json", "/api/elements.geojson", "/api/taxonomy"),
    *("/api/catalog", "/nouveautes.atom", "/donnees/"),
)
NAMES = (
    *("limit", "cursor", "updated_since", "type", "phase", "theme", "barrier", "legal_form"),
    *("initiator", "development_logic", "region", "department", "tag", "origin", "conforming"),
    *("bbox", "bounds", "boundsJson", "categories", "ontology", "kind", "q"),
)
VALUES = (
    *("", "0", "-1", "1", "200", "201", "1e9", "9" * 400, "NaN", "null", "true", "[]", "{}"),
    *("2020-01-01", "0000-00-00", "2026-13-45T99:99", "9999-12-31T23:59:59+14:00", "hier"),
    *("ptce", "PTCE", "type-ptce", "type", "type-", "gogofull", "gogosync", "gogocompact", "rdf"),
    *("here", "elsewhere", "all", "-180,-90,180,90", "0,0,0,0", "180,0,-180,1", "1e308,0,1e309,1"),
    *("1,2,3", ";;;", '[{"_southWest":{"lat":0,"lng":0},"_northEast":{"lat":1,"lng":1}}]'),
    *(
        '[{"_southWest":{"lat":"x"}}]',
        "[" * 900,
        "\x00",
        "é",
        "'; DROP TABLE",
        "%",
        "../..",
        "\ud7ff",
    ),
)
OF_ELEMENTS = {"bounds", "boundsJson", "categories", "ontology"}
ANSWERS = {200, 404, 422}


@pytest.fixture
def content(home):
    make_dynamic("Eusko", themes=["cooperation"], tags=["monnaie"], commune=make_commune())
    make_imported()
    bury("ancien")
    make_method("Forum ouvert")
    make_term("Commun")


def ask(client, address, pairs):
    response = client.get(address, pairs)
    assert response.status_code in ANSWERS, (address, pairs, response.status_code)
    if response.status_code == 422:
        assert list(response.json()) == ["detail"], (address, pairs)
    elif "json" in response["Content-Type"]:
        json.loads(response.getvalue())


@pytest.mark.parametrize("name", NAMES)
def test_no_value_of_a_parameter_breaks_an_address(client, content, name):
    address = "/api/elements" if name in OF_ELEMENTS else "/api/v1/dynamics"
    for value in VALUES:
        ask(client, address, {name: value})


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    address=st.sampled_from(ADDRESSES),
    pairs=st.dictionaries(
        st.sampled_from(NAMES),
        st.sampled_from(VALUES) | st.text(st.characters(codec="utf-8"), max_size=40),
        max_size=5,
    ),
)
def test_no_combination_breaks_any_address(client, content, address, pairs):
    ask(client, address, pairs)


def test_what_is_expected_is_listed_without_a_word_of_english(client):
    detail = client.get("/api/v1/dynamics?situation=ailleurs").json()["detail"]

    assert "'avec', 'sans'" in detail
