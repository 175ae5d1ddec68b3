"""Files as people make them by hand: two rows of headers, commas everywhere, letters that were lost."""

import json

import pytest

from dynamics.directory.models import Dynamic
from dynamics.importing.checks import alignment, texts
from dynamics.importing.targets import is_personal
from tests.dynamics.importing.conftest import codes
from tests.dynamics.importing.test_worse_files import collection, feature, names, point, told

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        ("Nom;Adresse;Ville;Nom;Prénom", "La Forge;1 rue X;Lille", "Le Pré;2 rue Y;Paris"),
        (
            "Prénom;Nom;Association;Ville",
            "Anne;Exemple;La Forge;Lille",
            "Paul;Exemple;Le Pré;Paris",
        ),
    ],
)
def test_the_name_of_a_person_is_never_that_of_a_dynamic(bring, file, header, first, second):
    is_last = header.startswith("Nom")
    rows = [f"{row};Exemple;Anne" if is_last else row for row in (first, second)]

    bring(file("\n".join(["Structure;;;;", header, *rows])))

    assert names() == ["La Forge", "Le Pré"]
    assert "Exemple" not in json.dumps(list(Dynamic.objects.values()), default=str)


def test_decimal_commas_that_nobody_quoted_are_put_together_again(bring, file):
    report = bring(
        file(
            "nom,ville,latitude,longitude\nA,Lille,50,63,3,06\nB,Paris,48,86,2,33\nC,Lille,50.6,3.1\n"
        )
    )

    assert codes(report) == {"decimal_comma": 2, "misaligned": 2}
    assert (report["located"], report["approximate"]) == (3, 0)
    made = Dynamic.objects.get(name="A")
    assert (made.latitude, made.longitude) == (50.63, 3.06)


def test_cells_too_many_that_are_no_decimals_stay_where_they_are():
    shapes = {1: "latitude", 2: "longitude"}

    assert alignment.with_decimals(["A", "50.6", "3.1", "x", "y"], shapes, extra=2) == []
    assert alignment.with_decimals(["A", "50", "6", "3.1"], shapes, extra=1) == []


def test_a_point_at_the_other_end_of_the_world_gives_way_to_the_commune_that_is_named(bring, file):
    report = bring(
        file("nom;ville;latitude;longitude\nA;Lille;50;63\nB;Lille;45.7;4.8\nC;;14.69;-17.44\n")
    )

    a, b, c = Dynamic.objects.order_by("pk")
    assert (a.commune_id, a.place_precision) == ("59350", "commune")
    assert (b.commune_id, round(b.latitude)) == (None, 46)
    assert round(c.longitude) == -17
    assert codes(report) == {"far_from_commune": 2}


def test_the_questions_of_a_form_name_its_columns(bring, file):
    long = (
        "Nom de la structure porteuse (tel qu’il figure dans les statuts de l’association déclarée)"
    )

    bring(file(f"{long};Commune d’implantation\nLa Forge;Lille\nLe Pré;Paris\n"))

    assert names() == ["La Forge", "Le Pré"]
    assert not is_personal(long)
    assert is_personal("Tél.")
    assert is_personal("TelMobile")


def test_half_a_letter_is_lost_and_breaks_nothing(bring, file):
    content = (
        '[{"nom": "La Forge \\ud83d", "ville": "Lille", "\\udc00": "x"}, {"nom": "B \\u0000"}]'
    )

    report = bring(file(content, "lieux.json"))

    assert names() == ["La Forge \ufffd", "B"]
    assert codes(report) == {"encoding": 1}


@pytest.mark.parametrize(
    ("text", "words", "is_told"),
    [
        ("Ã l'heure", "à l'heure", True),
        ("Ã  venir", "à venir", True),
        ("d?veloppement", "d?veloppement", True),
        ("Où ? Ici. Quand? Demain", "Où ? Ici. Quand? Demain", False),
        ("https://exemple.invalid/lieu?page=2", "https://exemple.invalid/lieu?page=2", False),
        ("São Paulo, Åsa, Ñandú, Łódź", "São Paulo, Åsa, Ñandú, Łódź", False),
    ],
)
def test_letters_that_were_lost_are_told_and_others_left_alone(text, words, is_told):
    cleaned, findings = texts.clean(text, "name")

    assert cleaned == words
    assert bool(findings) is is_told


def test_a_table_of_lists_is_read_under_its_columns(bring, file):
    table = {"columns": ["nom", "ville"], "index": [0, 1], "data": [["A", "Lille"], ["B", "Paris"]]}

    assert bring(file(json.dumps(table), "pandas.json"))["located"] == 2
    assert names() == ["A", "B"]


def test_a_point_whose_numbers_are_written_as_words_is_a_point(bring, file):
    shape = collection(feature("C", point("3.06", "50.63")), feature("D", point(None, None)))

    assert bring(file(shape, "lieux.geojson"))["located"] == 1


def test_what_arcgis_answers_is_placed_by_its_geometry(bring, file):
    features = [
        {"attributes": {"NOM": name, "COMMUNE": "Lille"}, "geometry": {"x": x, "y": 7_059_000}}
        for name, x in (("La Forge", 704_892), ("Le Pré", 705_900))
    ]

    report = bring(
        file(json.dumps({"spatialReference": {"wkid": 2154}, "features": features}), "a.json")
    )

    assert codes(report) == {"lambert93": 2}
    assert {each.place_precision for each in Dynamic.objects.all()} == {"address"}


def test_running_each_of_these_twice_changes_nothing(bring, file):
    path = file(
        "id;nom;ville;latitude;longitude;siret\nNULL;A;Lille;50,63;3,06;123\n1;B;Sainte-Colombe;;;\n1;C;Paris;0;0;\n;;Lille;;;\nTotal;;;;;\n;Total;;;;\n"
    )

    first, second = bring(path), bring(path)

    assert (first["created"], first["duplicates"], first["rejected"]) == (2, 1, 3)
    assert (second["created"], second["updated"], second["unchanged"]) == (0, 0, 2)
    assert told(first, "number") == told(second, "number")
