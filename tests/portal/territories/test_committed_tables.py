"""What is shipped: the tables as they were built."""

import csv
from collections import Counter

import pytest

from django.conf import settings

from portal.territories.names import department_code, name_key

FOLDER = settings.BASE_DIR / "fixtures" / "territories"
# South, west, north, east.
METROPOLE = (41.3, -5.2, 51.1, 9.6)


def rows_of(subject):
    with (FOLDER / f"{subject}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def communes():
    return {row["code"]: row for row in rows_of("communes")}


@pytest.fixture(scope="module")
def departments():
    return {row["code"]: row for row in rows_of("departments")}


def is_in(frame, row, margin=0.0):
    south, west, north, east = frame
    return (
        south - margin <= float(row["latitude"]) <= north + margin
        and west - margin <= float(row["longitude"]) <= east + margin
    )


def test_there_are_as_many_communes_as_in_the_official_code(communes, departments):
    assert len(communes) == 34_969
    assert len(departments) == 109
    assert len(rows_of("regions")) == 26


def test_every_commune_lies_in_the_frame_of_its_departement(communes, departments):
    for code, commune in communes.items():
        department = departments[department_code(code)]
        frame = [float(department[side]) for side in ("south", "west", "north", "east")]
        assert is_in(frame, commune, margin=0.02), commune["name"]


def test_metropolitan_communes_are_in_metropolitan_france(communes):
    metropolitan = [row for code, row in communes.items() if not code.startswith(("97", "98"))]

    assert len(metropolitan) > 34_700
    assert all(is_in(METROPOLE, row) for row in metropolitan)


@pytest.mark.parametrize(
    ("code", "name"),
    [("22362", "Tréguier"), ("35228", "Pleurtuit"), ("40224", "Peyrehorade")],
)
def test_the_west_is_west_of_greenwich(communes, code, name):
    assert communes[code]["name"] == name
    assert float(communes[code]["longitude"]) < -1


def test_names_have_their_article_and_french_apostrophes(communes):
    assert communes["38061"]["name"] == "La Buisse"
    assert communes["01001"]["name"] == "L’Abergement-Clémenciat"
    assert not any("'" in row["name"] for row in communes.values())


def test_homonyms_are_many(communes):
    counts = Counter(name_key(row["name"]) for row in communes.values())

    assert counts["sainte-colombe"] == 12
    assert sum(1 for count in counts.values() if count > 1) > 1_400


def test_every_inhabited_commune_has_postcodes_of_five_figures(communes):
    for commune in communes.values():
        postcodes = commune["postcodes"].split()
        assert postcodes or commune["code"].startswith("984")
        assert all(len(code) == 5 and code.isdecimal() for code in postcodes)


def test_intercommunalites_are_all_known(communes):
    known = {row["code"] for row in rows_of("epcis")}
    used = {commune["epci"] for commune in communes.values()} - {""}

    assert used == known
    assert communes["75056"]["epci"] == communes["93048"]["epci"] != ""


def test_other_names_lead_to_communes_that_exist(communes):
    codes = set(communes) | {row["code"] for row in rows_of("places_abroad")}

    assert {row["commune"] for row in rows_of("other_names")} <= codes


def test_places_abroad_are_where_they_say():
    places = {row["name"]: row for row in rows_of("places_abroad")}
    countries = Counter(row["code"][:2] for row in rows_of("places_abroad"))

    assert set(countries) == {"BE", "CA", "CH", "LU"}
    assert places["Louvain"]["province"] == "Flandre"
    assert is_in((45, -80, 63, -57), places["Rimouski"])
    assert all(row["province"] for row in rows_of("places_abroad"))


def test_the_tables_stay_light():
    assert (FOLDER / "communes.csv").stat().st_size < 2_500_000
