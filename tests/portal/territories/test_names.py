"""What people write of a place comes back to one form."""

import pytest

from portal.territories.names import (
    commune_code_of,
    department_code,
    department_of_postcode,
    department_written_in,
    name_key,
    postcode_of,
    with_any_article,
)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Saint-Étienne", "saint-etienne"),
        ("SAINT ETIENNE", "saint-etienne"),
        ("St-Étienne CEDEX 2", "saint-etienne"),
        ("Ste Colombe", "sainte-colombe"),
        ("L’Haÿ-les-Roses", "l-hay-les-roses"),
        ("L'Haÿ les roses", "l-hay-les-roses"),
        ("Rochelle (La)", "la-rochelle"),
        ("Abergement (L')", "l-abergement"),
        ("Sainte-Colombe (Rhône)", "sainte-colombe"),
        ("Neuilly s/ Seine", "neuilly-sur-seine"),
        ("Mœuvres", "moeuvres"),
        ("  Figeac  ", "figeac"),
        ("", ""),
    ],
)
def test_a_name_is_recognised_however_it_is_written(written, key):
    assert name_key(written) == key


@pytest.mark.parametrize(
    "written",
    ["Lyon 3", "Lyon 3e", "LYON 03", "Lyon 3ème arrondissement", "Lyon IIIe"],
)
def test_an_arrondissement_is_its_city(written):
    assert name_key(written) == "lyon"


@pytest.mark.parametrize(
    "written", ["Paris-l’Hôpital", "Lyons-la-Forêt", "Marseille-en-Beauvaisis"]
)
def test_a_village_whose_name_begins_like_a_city_stays_itself(written):
    assert "-" in name_key(written)


def test_a_name_is_looked_for_with_every_article():
    assert {"mans", "le-mans", "la-mans"} <= set(with_any_article("mans"))
    assert "rochelle" in with_any_article("la-rochelle")


@pytest.mark.parametrize(
    ("written", "postcode"),
    [
        ("4800", "04800"),
        ("40800", "40800"),
        ("4800.0", "04800"),
        ("F-04800", "04800"),
        ("04 800", "04800"),
        ("69\u00a0560", "69560"),
        ("H2X 1Y4", ""),
        ("694", ""),
        ("", ""),
    ],
)
def test_a_postcode_gets_its_lost_zero_back(written, postcode):
    assert postcode_of(written) == postcode


def test_a_commune_code_gets_its_lost_zero_back():
    assert [commune_code_of(code) for code in ("1004", "2a004", "22362.0")] == [
        "01004",
        "2A004",
        "22362",
    ]


def test_a_code_says_its_departement():
    assert [department_code(code) for code in ("22362", "2A004", "97411")] == ["22", "2A", "974"]


def test_a_postcode_announces_a_departement_even_in_corsica():
    postcodes = ("20000", "20137", "20200", "97400", "69560")
    assert [department_of_postcode(code) for code in postcodes] == ["2A", "2A", "2B", "974", "69"]


def test_no_postcode_announces_no_departement():
    assert department_of_postcode("") == ""


@pytest.mark.parametrize(
    ("written", "code"),
    [("69", "69"), ("1", "01"), ("2a", "2A"), ("974", "974"), ("69 - Rhône", "69"), ("Rhône", "")],
)
def test_a_departement_number_is_read_wherever_it_is(written, code):
    assert department_written_in(written) == code
