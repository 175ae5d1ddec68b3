"""GoGoCarto's maps, Transiscope, SemApps and Communecter read the directory without any code."""

import json

import pytest

from tests.dynamics.directory.test_exchange import make_imported
from tests.factories import make_commune, make_dynamic

pytestmark = pytest.mark.django_db
URL = "/api/elements"
FIGEAC = "1.5,44,2.5,45"
CORNERS = [{"_southWest": {"lat": 44, "lng": 1.5}, "_northEast": {"lat": 45, "lng": 2.5}}]


@pytest.fixture
def figeacteurs():
    return make_dynamic(
        "Figeacteurs",
        phase="consolidation",
        themes=["cooperation"],
        tags=["PTCE"],
        commune=make_commune(postcodes="46100"),
        website="https://exemple.fr/",
    )


def ids(client, query=""):
    return [each["id"] for each in client.get(f"{URL}{query}").json()["data"]]


def test_an_element_says_in_full_what_gogocarto_reads(client, figeacteurs):
    answer = client.get(URL).json()

    [element] = answer["data"]
    assert answer["ontology"] == "gogofull"
    assert answer["licence"].startswith("https://")
    assert element["id"] == "figeacteurs"
    assert element["name"] == "Figeacteurs"
    assert element["status"] == 1
    assert element["moderationState"] == 0
    assert element["geo"] == {"latitude": 44.6086, "longitude": 2.0317}
    assert element["address"] == {
        "addressLocality": "Figeac",
        "postalCode": "46100",
        "addressCountry": "FR",
        "customFormatedAddress": "Figeac",
    }
    assert element["description"] == "Ce que fait Figeacteurs."
    assert element["website"] == "https://exemple.fr/"
    assert element["sourceKey"] == "Maillage"
    assert element["sourceUrl"] == "http://testserver/dynamiques/figeacteurs/"
    assert element["updatedAt"]
    assert not {"email", "telephone"} & set(element)


def test_the_categories_of_an_element_are_in_the_taxonomy(client, figeacteurs):
    [element] = client.get(URL).json()["data"]
    taxonomy = client.get("/api/taxonomy").json()

    known = {}
    for branch in taxonomy["options"]:
        known[branch["id"]] = branch["name"]
        for kind in branch["subcategories"]:
            known |= {option["id"]: option["name"] for option in kind["options"]}
    assert element["categories"] == element["taxonomy"]
    assert set(element["categories"]) == {
        *("type", "type-ptce", "theme", "theme-cooperation"),
        *("phase", "phase-consolidation"),
    }
    assert set(element["categories"]) <= set(known)
    assert {each["name"] for each in element["categoriesFull"]} <= set(known.values())


def test_one_category_can_be_read_alone(client, figeacteurs):
    assert client.get("/api/taxonomy/type-ptce").json()["name"] == "Ptce"
    assert client.get("/api/taxonomy/type").json()["subcategories"]
    assert client.get("/api/taxonomy/type-inconnu").status_code == 404


def test_a_marker_needs_little(client, figeacteurs):
    answer = client.get(f"{URL}?ontology=gogocompact").json()

    assert answer["mapping"][:4] == ["id", ["name"], "latitude", "longitude"]
    assert answer["data"][0][:4] == ["figeacteurs", ["Figeacteurs"], 44.6086, 2.0317]
    assert "type-ptce" in answer["data"][0][4]


def test_whoever_copies_compares_dates_then_reads_one_by_one(client, figeacteurs):
    make_dynamic("Nulle part")

    listed = client.get(f"{URL}?ontology=gogosync").json()["data"]
    single = client.get(f"{URL}/{listed[0]['id']}").json()

    assert {each["id"] for each in listed} == {"figeacteurs", "nulle-part"}
    assert all(each["updatedAt"] for each in listed)
    assert single["data"]["name"] == "Figeacteurs"
    assert client.get(f"{URL}/nulle-part").json()["data"]["geo"] is None
    assert client.get(f"{URL}/inconnue").status_code == 404


def test_a_map_draws_only_what_is_somewhere(client, figeacteurs):
    make_dynamic("Nulle part")

    assert ids(client) == ["figeacteurs"]


@pytest.mark.parametrize(
    "query",
    [
        f"?bounds={FIGEAC}",
        f"?bounds={FIGEAC};",
        f"?bounds=-1,-1,1,1;{FIGEAC};",
        f"?boundsJson={json.dumps(CORNERS)}",
        f"?bounds=&boundsJson={json.dumps(CORNERS)}&fullRepresentation=true&stampsIds=",
        "?categories=type-ptce",
        "?categories=type-tzcld,theme-cooperation",
        "?categories=phase",
        "?ontology=GoGoFull",
    ],
)
def test_elements_are_asked_by_frame_and_by_category(client, figeacteurs, query):
    make_dynamic("Ailleurs", type="tzcld_autre", latitude=48.85, longitude=2.35)
    make_dynamic("Repère", type="tzcld", live=False)

    found = ids(client, query)

    assert "figeacteurs" in found
    assert ("ailleurs" in found) == ("ontology" in query)


def test_no_more_elements_than_asked(client):
    for number in range(4):
        make_dynamic(latitude=44.0 + number, longitude=2.0)

    assert len(ids(client, "?limit=3")) == 3


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("ontology=rdf", "ontology"),
        ("bounds=ici", "bounds"),
        ("bounds=1,2,3", "bounds"),
        (f"bounds={';'.join([FIGEAC] * 9)}", "bounds"),
        ("boundsJson={}", "boundsJson"),
        ("boundsJson=[1]", "boundsJson"),
        ("boundsJson=[[[[", "boundsJson"),
        ("categories=nimporte", "categories"),
        ("limit=0", "limit"),
        ("updated_since=hier", "updated_since"),
    ],
)
def test_a_bad_question_is_told_what_is_wrong(client, query, name):
    response = client.get(f"{URL}?{query}")

    assert response.status_code == 422
    assert name in response.json()["detail"]


def test_imported_records_are_not_given_again_as_ours(client, figeacteurs):
    make_imported()

    assert ids(client) == ["figeacteurs"]
    assert ids(client, "?origin=elsewhere") == ["la-ruche"]

    [element] = client.get(f"{URL}?origin=elsewhere").json()["data"]
    assert element["sourceKey"] == "Colibris"
    assert element["sourceUrl"] == "https://exemple.fr/fiche/10kw"
    assert element["oldId"] == "10kw"
    assert "opendatacommons" in element["licence"]


def test_any_site_may_read_and_what_did_not_change_is_not_sent_again(client, figeacteurs):
    first = client.get(URL, headers={"Origin": "https://transiscope.org"})
    again = client.get(URL, headers={"If-None-Match": first["ETag"]})

    assert first["Access-Control-Allow-Origin"] == "*"
    assert again.status_code == 304
    assert client.post(URL, {}).status_code == 405


@pytest.mark.parametrize("suffix", ["geojson", "jsonld"])
def test_elements_come_in_other_formats_too(client, figeacteurs, suffix):
    text = client.get(f"{URL}.{suffix}?bounds={FIGEAC}").content.decode()

    assert json.loads(text)
    assert "Figeacteurs" in text


def test_the_manual_tells_of_these_addresses_too(client, home):
    html = client.get("/api/v1/docs").content.decode()

    assert "GET /api/elements" in html
    assert "GET /api/taxonomy" in html
