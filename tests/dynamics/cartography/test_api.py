"""The map as data: points while they are few, counted squares when they are many."""

import pytest

from dynamics.cartography import api
from search import rebuilding
from search.engines import current_engine
from tests.factories import make_commune, make_department, make_dynamic

pytestmark = pytest.mark.django_db
FRANCE = "-5,41,10,52"


@pytest.fixture(autouse=True)
def places(directory, settings, tmp_path):
    settings.SEARCH_DIR = tmp_path / "search"
    figeac = make_commune()
    lens = make_commune(
        "62498",
        "Lens",
        department=make_department("62", "Pas-de-Calais"),
        latitude=50.43,
        longitude=2.83,
    )
    make_dynamic("Figeacteurs", commune=figeac, type="ptce", place_label="Figeac")
    make_dynamic("Figeac en transition", commune=figeac, type="tiers_lieu", tags=["énergie"])
    make_dynamic("Euralens", commune=lens, type="ptce", place_precision="territory")
    make_dynamic("Partout", type="ptce")
    make_dynamic("Hors charte", commune=lens, is_conforming=False)
    make_dynamic("Brouillon", commune=lens, live=False)
    rebuilding.rebuild(current_engine())


def answer(client, query=f"?bbox={FRANCE}&z=6"):
    response = client.get(f"/api/v1/map{query}")
    assert response.status_code == 200, response.content
    return response.json()


def names(found):
    return sorted(point["name"] for point in found["points"])


def test_few_dynamics_are_points(client):
    found = answer(client)

    assert found["mode"] == "points"
    assert (found["total"], found["without_location"], found["selected"]) == (3, 1, 4)
    assert names(found) == ["Euralens", "Figeac en transition", "Figeacteurs"]
    assert "cells" not in found
    euralens = next(point for point in found["points"] if point["slug"] == "euralens")
    assert euralens == {
        "slug": "euralens",
        "name": "Euralens",
        "url": "http://testserver/dynamiques/euralens/",
        "lon": 2.83,
        "lat": 50.43,
        "type": "ptce",
        "precision": "territory",
        "place": "Figeac",
    }


def test_many_dynamics_are_counted_squares(client, monkeypatch):
    monkeypatch.setattr(api, "MOST_POINTS", 2)
    monkeypatch.setattr(api, "FEW_IN_VIEW", 1)

    found = answer(client)

    assert found["mode"] == "cells"
    assert "points" not in found
    assert [cell["n"] for cell in found["cells"]] == [2, 1]
    assert sum(cell["n"] for cell in found["cells"]) == found["total"]
    west, south, east, north = found["cells"][0]["bbox"]
    assert west <= found["cells"][0]["lon"] <= east
    assert south <= found["cells"][0]["lat"] <= north
    assert found["without_location"] == 1


def test_the_little_that_is_in_view_of_a_large_selection_is_points(client, monkeypatch):
    monkeypatch.setattr(api, "MOST_POINTS", 2)
    monkeypatch.setattr(api, "FEW_IN_VIEW", 1)

    found = answer(client, "?bbox=2.5,50.2,3,50.6&z=9")

    assert found["mode"] == "points"
    assert names(found) == ["Euralens"]


def test_without_bounds_it_is_the_whole_world(client):
    assert answer(client, "")["total"] == 3


def test_facets_are_those_of_the_list(client):
    found = answer(client)["facets"]

    assert {each["value"]: each["count"] for each in found["type"]} == {"ptce": 2, "tiers_lieu": 1}
    assert "situation" not in found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("type=ptce", ["Euralens", "Figeacteurs"]),
        ("region=Occitanie&department=62", ["Euralens"]),
        ("department=Lot&type=ptce&type=tiers_lieu", ["Figeac en transition", "Figeacteurs"]),
        ("tag=énergie", ["Figeac en transition"]),
        ("keyword=energie", ["Figeac en transition"]),
        ("keyword=inconnu", []),
        ("q=euralens", ["Euralens"]),
        ("pres=Figeac&rayon=20", ["Figeac en transition", "Figeacteurs"]),
        ("pres=50.4,2.8&rayon=20", ["Euralens"]),
        ("situation=sans", []),
        ("situation=avec&type=ptce", ["Euralens", "Figeacteurs"]),
        ("conforming=false", ["Hors charte"]),
        (
            "cercle=tous",
            ["Euralens", "Figeac en transition", "Figeacteurs", "Hors charte"],
        ),
    ],
)
def test_filters_are_those_of_the_list_and_of_the_data(client, query, expected):
    assert names(answer(client, f"?bbox={FRANCE}&z=6&{query}")) == expected


def test_the_list_of_data_knows_what_is_nowhere_too(client):
    def listed(query):
        items = client.get(f"/api/v1/dynamics?{query}").json()["items"]
        return sorted(item["name"] for item in items)

    assert listed("situation=sans") == ["Partout"]
    assert listed("situation=avec&type=ptce") == ["Euralens", "Figeacteurs"]


def test_bounds_are_widened_to_whole_tiles(client):
    inside = answer(client, "?bbox=2,44,3,45&z=4")
    beside = answer(client, "?bbox=2.5,44.2,3.2,45.3&z=4")

    assert inside == beside
    assert inside["bbox"][0] <= 2


@pytest.mark.parametrize(
    "query",
    [
        "bbox=1,2,3",
        "bbox=a,b,c,d",
        "bbox=0,50,5,40",
        "bbox=nan,0,1,1",
        "bbox=-1e999,0,1,1",
        "bbox=<script>",
        "bbox=" + "9" * 10_000,
        "z=a",
        "z=-1",
        "z=99",
        "type=inconnu",
        "region=Atlantide",
        "pres=Nullepart",
        "pres=95,200",
        "pres=Figeac&rayon=-3",
        "pres=" + "é" * 10_000,
        "situation=peut-être",
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(client, query):
    response = client.get(f"/api/v1/map?{query}")

    assert response.status_code == 422
    detail = response.json()["detail"]
    assert detail.endswith(".")
    assert not {"expected", "called", "radius"} & set(detail.split())


def test_a_name_that_several_communes_bear_is_asked_about(client):
    for code, number in (("69189", "69"), ("33390", "33")):
        department = make_department(number, f"Département {number}")
        make_commune(code, "Sainte-Colombe", department=department)

    response = client.get("/api/v1/map?pres=Sainte-Colombe")

    assert response.status_code == 422
    assert "Sainte-Colombe (Département 69) = commune:69189" in response.json()["detail"]
    assert client.get("/api/v1/map?pres=commune:69189").status_code == 200


def test_an_answer_that_has_not_changed_is_not_sent_again(client):
    first = client.get(f"/api/v1/map?bbox={FRANCE}&z=6")

    again = client.get(f"/api/v1/map?bbox={FRANCE}&z=6", headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304


def test_the_map_asks_the_database_little(client, django_assert_max_num_queries):
    answer(client)

    with django_assert_max_num_queries(12):
        answer(client, f"?bbox={FRANCE}&z=6&type=ptce&pres=Figeac")


def test_an_answer_is_what_its_schema_says(client, monkeypatch):
    assert api.MapOut.model_validate(answer(client)).mode == "points"
    monkeypatch.setattr(api, "MOST_POINTS", 0)
    monkeypatch.setattr(api, "FEW_IN_VIEW", 0)
    assert api.MapOut.model_validate(answer(client)).mode == "cells"


def test_words_and_filters_are_points_of_the_same_selection(client):
    assert names(answer(client, f"?bbox={FRANCE}&z=6&q=euralens&type=ptce")) == ["Euralens"]
