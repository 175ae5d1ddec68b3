"""One dynamic in each of its public shapes: plain values in, plain values out."""

import datetime
import json

import pytest

from dynamics.directory import geojson, jsonld, open_data, spreadsheet
from dynamics.directory.record import record
from tests.factories import make_dynamic, make_experience, make_method

PLACE = {
    "label": "Figeac",
    "commune": "Figeac",
    "commune_code": "46102",
    "postcode": None,
    "department": "Lot",
    "department_code": "46",
    "region": "Occitanie",
    "region_code": "76",
    "country": "FR",
    "latitude": 44.608600001,
    "longitude": 2.031700001,
    "precision": "commune",
}
RECORD = {
    "slug": "figeacteurs",
    "name": "Figeacteurs",
    "full_name": "",
    "type": "ptce",
    "summary": "Coopérer.",
    "website": "",
    "territory": "",
    "place": PLACE,
    "created_year": None,
    "phase": None,
    "initiator": None,
    "development_logic": None,
    "legal_forms": [],
    "themes": ["cooperation"],
    "barriers": [],
    "tags": [],
    "methods": [],
    "resources": {},
    "governance": {"inhabitants_involvement": None, "debate": 0},
    "identifiers": [],
    "conforming": True,
    "origin": "here",
    "source": "",
    "source_id": None,
    "source_url": None,
    "licence": "Une autre licence",
    "provenance": [],
    "verified_at": None,
    "published_at": None,
    "updated_at": datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC),
    "url": "https://exemple.fr/dynamiques/figeacteurs/",
}
NOWHERE = PLACE | {"latitude": None, "longitude": None, "commune": None}


def test_coordinates_have_no_useless_figures():
    assert geojson.point(PLACE)["coordinates"] == [2.0317, 44.6086]


def test_a_place_on_the_equator_is_a_place():
    assert geojson.point(PLACE | {"latitude": 0.0, "longitude": 0.0}) is not None


def test_an_unknown_place_is_a_null_geometry():
    assert geojson.feature(RECORD | {"place": NOWHERE})["geometry"] is None


def test_a_licence_without_known_address_is_given_by_its_name():
    assert jsonld.node(RECORD)["subjectOf"]["license"] == "Une autre licence"


def test_linked_data_hold_nothing_empty():
    node = jsonld.node(RECORD | {"place": NOWHERE})

    assert not {"url", "foundingDate", "keywords", "areaServed"} & set(node)
    assert node["location"] == {
        "@type": ["Place", "pair:Place"],
        "name": "Figeac",
        "pair:label": "Figeac",
    }
    assert "null" not in json.dumps(node)


def test_a_level_of_zero_is_not_an_unknown_level():
    row = spreadsheet.row(RECORD)

    assert row["governance_debate"] == 0
    assert row["governance_inhabitants_involvement"] is None
    assert row["resources_sales"] is None


@pytest.mark.django_db
def test_a_method_used_twice_is_named_once():
    dynamic, method = make_dynamic(), make_method("Forum ouvert")
    make_experience(method, dynamic)
    make_experience(method, dynamic, year=2020)

    [found] = open_data.records()

    assert record(found, site="")["methods"] == ["forum-ouvert"]


@pytest.mark.django_db
def test_nothing_changed_in_an_empty_directory():
    assert open_data.last_change() is None
