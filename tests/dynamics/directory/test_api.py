import pytest

from dynamics.directory.models import DynamicCitation, DynamicType, ResourceLevel
from portal.vocabulary.models import Theme
from tests.factories import (
    make_commune,
    make_dynamic,
    make_entry,
    make_experience,
    make_method,
    make_source,
)

pytestmark = pytest.mark.django_db
URL = "/api/v1/dynamics"


@pytest.fixture
def figeacteurs():
    return make_dynamic(
        "Figeacteurs",
        full_name="Figeacteurs, PTCE du Grand-Figeac",
        type="ptce",
        phase="consolidation",
        initiator="civil_society",
        development_logic="networking",
        legal_forms=["association_1901"],
        themes=["cooperation", "governance"],
        barriers=["silos"],
        tags=["PTCE", "coopération"],
        commune=make_commune(),
        place_label="Figeac",
        place_precision="commune",
        created_year=2013,
        inhabitants_involvement=1,
        debate=3,
        citations=[DynamicCitation(source=make_source(), locator="1.5")],
        resource_levels=[
            ResourceLevel(kind="public_subsidies", level=3),
            ResourceLevel(kind="sales", level=1),
        ],
    )


def test_a_dynamic_says_what_the_contract_promises(client, figeacteurs):
    make_experience(make_method("Débat mouvant"), figeacteurs)

    dynamic = client.get(f"{URL}/figeacteurs").json()

    assert dynamic.pop("published_at")
    assert dynamic | {"updated_at": "", "url": ""} == {
        "slug": "figeacteurs",
        "name": "Figeacteurs",
        "full_name": "Figeacteurs, PTCE du Grand-Figeac",
        "type": "ptce",
        "summary": "Ce que fait Figeacteurs.",
        "website": "",
        "territory": "",
        "place": {
            "label": "Figeac",
            "commune": "Figeac",
            "commune_code": "46102",
            "postcode": None,
            "department": "Lot",
            "department_code": "46",
            "region": "Occitanie",
            "region_code": "76",
            "country": "FR",
            "latitude": 44.6086,
            "longitude": 2.0317,
            "precision": "commune",
        },
        "created_year": 2013,
        "phase": "consolidation",
        "initiator": "civil_society",
        "development_logic": "networking",
        "legal_forms": ["association_1901"],
        "themes": ["cooperation", "governance"],
        "barriers": ["silos"],
        "tags": ["PTCE", "coopération"],
        "resources": {
            "public_subsidies": 3,
            "private_grants": 0,
            "sales": 1,
            "membership_fees": 0,
            "revenue_levy": 0,
            "citizen_funding": 0,
            "loans": 0,
            "in_kind": 0,
        },
        "resources_by_structure": [],
        "governance": {"inhabitants_involvement": 1, "debate": 3},
        "methods": ["debat-mouvant"],
        "identifiers": [],
        "conforming": True,
        "origin": "here",
        "source": "Document etude, 1.5",
        "source_id": None,
        "source_url": None,
        "licence": "Licence Ouverte 2.0",
        "provenance": [],
        "verified_at": None,
        "updated_at": "",
        "url": "",
    }


def test_the_address_of_a_dynamic_is_whole(client, figeacteurs):
    dynamic = client.get(f"{URL}/figeacteurs").json()

    assert dynamic["url"] == "http://testserver/dynamiques/figeacteurs/"


def test_what_nobody_says_is_null_rather_than_none_at_all(client):
    make_dynamic("Inconnue")

    dynamic = client.get(f"{URL}/inconnue").json()

    assert dynamic["resources"] == {}
    assert dynamic["governance"] == {"inhabitants_involvement": None, "debate": None}
    assert dynamic["place"]["latitude"] is None
    assert dynamic["initiator"] is None


def test_two_structures_keep_their_resources_apart(client):
    make_dynamic(
        "Prémery",
        resource_levels=[
            ResourceLevel(structure="EBE", kind="sales", level=1),
            ResourceLevel(structure="CLE", kind="sales", level=2),
        ],
    )

    dynamic = client.get(f"{URL}/premery").json()

    assert dynamic["resources"]["sales"] == 2
    assert dynamic["resources_by_structure"] == [
        {"structure": "EBE", "levels": {"sales": 1}},
        {"structure": "CLE", "levels": {"sales": 2}},
    ]


def test_drafts_are_nowhere(client):
    make_dynamic("Brouillon", live=False)

    assert client.get(URL).json()["total"] == 0
    assert client.get(f"{URL}/brouillon").status_code == 404
    assert client.get(f"{URL}.geojson").json()["features"] == []


def test_methods_still_in_draft_are_not_named(client, figeacteurs):
    make_experience(make_method("Méthode secrète", live=False), figeacteurs)

    assert client.get(f"{URL}/figeacteurs").json()["methods"] == []


@pytest.mark.parametrize(
    "query",
    [
        "type=ptce",
        "type=tzcld&type=ptce",
        "phase=consolidation",
        "theme=governance",
        "barrier=silos",
        "legal_form=association_1901",
        "initiator=civil_society",
        "development_logic=networking",
        "region=76",
        "region=Occitanie",
        "department=46",
        "department=lot",
        "logic=networking",
        "tag=ptce",
        "keyword=ptce",
        "tag=Coop%C3%A9ration",
        "theme=governance&initiator=civil_society",
    ],
)
def test_filters_keep_what_they_name(client, figeacteurs, query):
    make_entry(DynamicType, "tzcld")
    make_dynamic("Ailleurs", type="tiers_lieu")

    names = [item["name"] for item in client.get(f"{URL}?{query}").json()["items"]]

    assert names == ["Figeacteurs"]


def test_two_values_of_a_filter_are_alternatives_and_nobody_comes_twice(client, figeacteurs):
    make_dynamic("Autre", themes=["evaluation"])
    make_entry(Theme, "inhabitants")

    listing = client.get(f"{URL}?theme=cooperation&theme=governance&theme=inhabitants").json()

    assert [item["slug"] for item in listing["items"]] == ["figeacteurs"]
    assert listing["total"] == 1


def test_an_empty_filter_is_no_filter(client, figeacteurs):
    listing = client.get(f"{URL}?type=&theme=&limit=&updated_since=&region=").json()

    assert listing["total"] == 1


def test_what_changed_since_a_moment_includes_what_experiences_say(client, figeacteurs):
    other = make_dynamic("Autre")
    moment = client.get(f"{URL}/autre").json()["updated_at"]

    make_experience(make_method(), figeacteurs)

    changed = client.get(URL, {"updated_since": moment}).json()["items"]
    assert {item["slug"] for item in changed} == {"figeacteurs", other.slug}
    assert client.get(URL, {"updated_since": "2100-01-01"}).json()["total"] == 0


def test_the_list_costs_the_same_however_long(client, django_assert_max_num_queries):
    method = make_method()
    for number in range(12):
        dynamic = make_dynamic(
            themes=["cooperation"], tags=[f"mot {number}"], commune=make_commune()
        )
        make_experience(method, dynamic)

    with django_assert_max_num_queries(12):
        client.get(URL)
    # Ten to know whether anything changed, the others whatever the number of records.
    with django_assert_max_num_queries(20):
        client.get(f"{URL}.geojson")
    with django_assert_max_num_queries(10):
        client.get(f"{URL}/{dynamic.slug}")
