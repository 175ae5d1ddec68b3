"""Other catalogues harvest ours: DCAT in JSON-LD and in Turtle, and what the columns of tables mean."""

import csv
import io
import json
import re

import pytest

from portal.opendata import dumps, turtle
from tests.factories import make_dynamic

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def catalogue(client):
    return lambda: {
        node["@id"]: node for node in client.get("/api/catalog.jsonld").json()["@graph"]
    }


def test_a_set_of_data_says_what_harvesters_ask(catalogue):
    make_dynamic("Eusko")
    dumps.dump(SITE)

    dataset = catalogue()[f"{SITE}/donnees/#dynamics"]

    assert dataset["@type"] == "dcat:Dataset"
    assert dataset["dct:title"] == "Dynamiques collectives de transition"
    assert dataset["dct:description"]
    assert dataset["dct:identifier"] == "dynamics"
    assert dataset["dct:license"]["@id"].startswith("https://")
    assert dataset["dct:publisher"]["@id"] in catalogue()
    assert dataset["dct:issued"]["@type"] == "xsd:dateTime"
    assert dataset["dct:modified"]["@value"].startswith("20")
    assert "économie sociale et solidaire" in dataset["dcat:keyword"]


def test_a_copy_gives_its_weight_and_its_checksum(catalogue):
    make_dynamic("Eusko")
    dumps.dump(SITE)

    copy = catalogue()[f"{SITE}/donnees/dynamiques.csv"]

    assert copy["@type"] == "dcat:Distribution"
    assert copy["dct:format"] == "CSV"
    assert copy["dcat:mediaType"]["@id"].endswith("/text/csv")
    assert copy["dcat:byteSize"]["@value"] == str(dumps.described("dynamiques.csv")["bytes"])
    assert (
        copy["spdx:checksum"]["spdx:checksumValue"] == dumps.described("dynamiques.csv")["sha256"]
    )


def test_everything_that_is_named_is_described(catalogue):
    dumps.dump(SITE)
    nodes = catalogue()

    named = [nodes[f"{SITE}/api/catalog"]["dcat:dataset"]]
    named += [node.get("dcat:distribution", []) for node in nodes.values()]
    assert {each["@id"] for some in named for each in some} <= set(nodes)


def test_without_copy_only_the_living_addresses_are_given(catalogue):
    distributions = [
        node["@id"] for node in catalogue().values() if node["@type"] == "dcat:Distribution"
    ]

    assert f"{SITE}/api/v1/dynamics.csv" in distributions
    assert not any("/donnees/" in address for address in distributions)


def test_every_address_of_the_catalogue_answers(client, catalogue, home):
    dumps.dump(SITE)

    for node in catalogue().values():
        if "dcat:downloadURL" in node:
            path = node["dcat:downloadURL"]["@id"].removeprefix(SITE)
            answer = client.get(path)
            answer.getvalue()
            assert answer.status_code == 200, path


def test_who_prefers_turtle_has_turtle(client):
    assert client.get("/api/catalog").headers["Content-Type"] == "application/ld+json"
    turtle_answer = client.get("/api/catalog", headers={"Accept": "text/turtle"})

    assert turtle_answer["Content-Type"].startswith("text/turtle")
    text = turtle_answer.content.decode()
    assert "@prefix dcat: <http://www.w3.org/ns/dcat#> ." in text
    assert f"<{SITE}/donnees/#dynamics>\n  a dcat:Dataset" in text
    # Each statement ends, each bracket is closed.
    assert text.count("[") == text.count("]")
    assert len(re.findall(r" \.$", text, flags=re.MULTILINE)) == text.count("@prefix") + len(
        re.findall(r"^<", text, flags=re.MULTILINE)
    )


def test_a_text_cannot_escape_from_turtle():
    node = {"@id": "http://a.example/<b> c", "dct:title": 'Il dit "oui" \\ \n. <x> a <y>'}

    text = turtle.document({}, [node])

    assert "<http://a.example/%3Cb%3E%20c>" in text
    assert '"Il dit \\"oui\\" \\\\ \\n. <x> a <y>"' in text


@pytest.mark.parametrize(
    ("code", "table"),
    [("dynamics", "dynamics.csv"), ("methods", "methods.csv"), ("terms", "terms.csv")],
)
def test_the_schema_names_the_columns_of_the_table_in_their_order(client, code, table):
    schema = client.get(f"/donnees/schemas/{code}.json").json()
    header = next(csv.reader(io.StringIO(client.get(f"/api/v1/{table}").content.decode())))

    assert [field["name"] for field in schema["fields"]] == header
    assert {field["type"] for field in schema["fields"]} <= {
        *("string", "integer", "number", "boolean", "date", "datetime", "year")
    }
    assert client.get("/donnees/schemas/inconnu.json").status_code == 404


def test_the_page_describes_the_sets_to_search_engines_the_dynamics_first(client, home):
    html = client.get("/donnees/").content.decode()

    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])
    assert data["@type"] == "DataCatalog"
    assert [each["@id"].partition("#")[2] for each in data["dataset"]] == [
        *("dynamics", "ties", "methods", "terms")
    ]
    addresses = [file["contentUrl"] for each in data["dataset"] for file in each["distribution"]]
    assert all(address.startswith("http://testserver/") for address in addresses)
    written_on_demand = [address for address in addresses if "/api/" in address]
    assert written_on_demand
    assert {client.get(address).status_code for address in written_on_demand} == {200}
