import csv
import io

import pytest

from dynamics.directory import spreadsheet
from tests.factories import make_commune, make_dynamic

pytestmark = pytest.mark.django_db
URL = "/api/v1/dynamics"


def rows_of(response):
    return list(csv.DictReader(io.StringIO(response.content.decode())))


def test_geojson_puts_longitude_first(client):
    make_dynamic("Figeacteurs", commune=make_commune())

    response = client.get(f"{URL}.geojson")
    collection = response.json()

    assert response["Content-Type"] == "application/geo+json"
    assert collection["type"] == "FeatureCollection"
    [feature] = collection["features"]
    assert feature["id"] == "figeacteurs"
    assert feature["geometry"] == {"type": "Point", "coordinates": [2.0317, 44.6086]}
    assert feature["properties"]["name"] == "Figeacteurs"


def test_a_dynamic_without_place_has_a_null_geometry(client):
    make_dynamic("Partout")

    feature = client.get(f"{URL}/partout.geojson").json()

    assert feature["type"] == "Feature"
    assert feature["geometry"] is None


def test_linked_data_name_the_thing_by_its_address(client):
    make_dynamic("Eusko", created_year=2013, commune=make_commune())

    response = client.get(f"{URL}.jsonld")
    graph = response.json()

    assert response["Content-Type"] == "application/ld+json"
    assert "https://schema.org" in graph["@context"]
    [node] = graph["@graph"]
    assert node["@id"] == "http://testserver/dynamiques/eusko/"
    assert node["foundingDate"] == "2013"
    assert node["location"]["geo"]["latitude"] == 44.6086
    assert node["subjectOf"]["license"].startswith("https://")


def test_linked_data_leave_out_what_nobody_knows(client):
    make_dynamic("Eusko")

    document = client.get(f"{URL}/eusko.jsonld").json()

    assert document["@context"]
    assert "foundingDate" not in document
    assert "geo" not in document["location"]


def test_the_table_has_one_column_a_fact(client):
    make_dynamic("Eusko", themes=["cooperation", "governance"], commune=make_commune())

    response = client.get(f"{URL}.csv")

    assert response["Content-Type"].startswith("text/csv; charset=utf-8")
    assert response["Content-Disposition"] == 'attachment; filename="dynamiques.csv"'
    [row] = rows_of(response)
    assert tuple(row) == spreadsheet.COLUMNS
    assert row["name"] == "Eusko"
    assert row["place_region"] == "Occitanie"
    assert row["place_longitude"] == "2.0317"
    assert row["themes"] == "cooperation|governance"
    assert row["resources_sales"] == ""


def test_a_name_that_looks_like_a_formula_stays_a_name(client):
    make_dynamic("=HYPERLINK(1)", slug="formule")

    [row] = rows_of(client.get(f"{URL}.csv"))

    assert row["name"] == "'=HYPERLINK(1)"


def test_files_obey_the_same_filters_as_the_list(client):
    make_dynamic("Eusko", type="monnaie_locale")
    make_dynamic("Bliiida", type="tiers_lieu")

    [row] = rows_of(client.get(f"{URL}.csv?type=tiers_lieu"))
    [feature] = client.get(f"{URL}.geojson?type=monnaie_locale").json()["features"]

    assert row["slug"] == "bliiida"
    assert feature["id"] == "eusko"
