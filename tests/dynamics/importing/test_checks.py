"""Each thing that may be wrong with a row has its own word, and is mended when it surely can be."""

import pytest

from dynamics.importing.checks import CODES, alignment, codes, coordinates, texts
from dynamics.importing.checks.coordinates import Point
from dynamics.importing.checks.repeated import Repetitions

LILLE = Point(50.6317, 3.0709)
POSTCODE_THEN_CITY = {2: "postcode"}


def said(findings):
    return [(finding.code, finding.is_fixed) for finding in findings]


def test_the_codes_are_those_that_other_programs_read():
    assert CODES == (
        "swapped_coordinates",
        "lambert93",
        "decimal_comma",
        "lost_leading_zero",
        "sign_flip",
        "far_from_commune",
        "zero_zero",
        "repeated_point",
        "html_in_text",
        "encoding",
        "misaligned",
    )


@pytest.mark.parametrize(
    ("latitude", "longitude", "point", "expected"),
    [
        ("50.6317", "3.0709", LILLE, []),
        ("50,6317", "3,0709", LILLE, [("decimal_comma", True)]),
        ("50°37'54.12\"N", "3°04'15.24\"E", LILLE, []),
        ("704892.4", "7059000.1", Point(50.6317, 3.0692), [("lambert93", True)]),
        ("7059000.1", "704892.4", Point(50.6317, 3.0692), [("lambert93", True)]),
        ("0", "0.0", None, [("zero_zero", True)]),
        ("-61.5", "116.2", Point(-61.5, 116.2), []),
        ("165.9", "-21.2", Point(-21.2, 165.9), [("swapped_coordinates", True)]),
        ("5063170", "30709", None, [("misaligned", False)]),
        ("inconnue", "3.07", None, [("misaligned", False)]),
    ],
)
def test_a_point_is_read_however_it_is_written(latitude, longitude, point, expected):
    found, findings = coordinates.read(latitude, longitude)

    assert said(findings) == expected
    if point is None:
        assert found is None
    else:
        assert coordinates.distance(found, point) < 0.5


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("46.5, 2.3", ("46.5", "2.3")),
        ("46,5;2,3", ("46,5", "2,3")),
        ("[46.5 2.3]", ("46.5", "2.3")),
        ("POINT (2.3 46.5)", ("46.5", "2.3")),
        ("46°30'N 2°18'E", ("46°30'N", "2°18'E")),
        ("près de la mairie", None),
    ],
)
def test_both_coordinates_may_share_a_cell(cell, expected):
    assert coordinates.pair_of(cell) == expected


@pytest.mark.parametrize(
    ("given", "expected", "found"),
    [
        (Point(50.63, 3.07), [], True),
        (Point(3.07, 50.63), [("swapped_coordinates", True)], True),
        (Point(50.63, -3.07), [("sign_flip", True)], True),
        (Point(45.44, 4.39), [("far_from_commune", False)], False),
    ],
)
def test_the_commune_tells_what_happened_to_a_point(given, expected, found):
    point, findings = coordinates.against_commune(given, LILLE, name="Lille")

    assert said(findings) == expected
    assert (coordinates.distance(point, LILLE) < 30) is found


def test_a_point_without_commune_is_turned_round_only_when_it_is_nowhere():
    assert said(coordinates.alone(Point(3.07, 50.63))[1]) == [("swapped_coordinates", True)]
    assert coordinates.alone(Point(45.51, -73.59)) == (Point(45.51, -73.59), [])
    assert coordinates.alone(Point(35.68, 139.69))[1] == []


def test_from_the_third_row_at_one_point_all_of_them_are_told():
    repetitions = Repetitions()

    assert repetitions.add(2, LILLE) == repetitions.add(3, LILLE) == []
    assert [row for row, _ in repetitions.add(4, LILLE)] == [2, 3, 4]
    assert [row for row, _ in repetitions.add(5, LILLE)] == [5]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Un jardin<br>partagé", "Un jardin\npartagé", [("html_in_text", True)]),
        ("<script>alert(1)</script>Repas", "Repas", [("html_in_text", True)]),
        ("L&#8217;atelier &amp; le four", "L’atelier & le four", [("html_in_text", True)]),
        ("&lt;p&gt;Salut&lt;/p&gt;", "Salut", [("html_in_text", True)]),
        ("Ã‰picerie coopÃ©rative", "Épicerie coopérative", [("encoding", True)]),
        ("lâ€™atelier Ã  venir", "l’atelier à venir", [("encoding", True)]),
        ("Caf� associatif", "Caf� associatif", [("encoding", False)]),
        ("moins de 3 < 5 & plus", "moins de 3 < 5 & plus", []),
        ("Île-aux-Moines, âgés", "Île-aux-Moines, âgés", []),
    ],
)
def test_texts_become_words_people_can_read(text, words, expected):
    assert texts.clean(text, "description")[0] == words
    assert said(texts.clean(text, "description")[1]) == expected


def test_nobody_is_reached_through_an_imported_text():
    text = "Ouvert le mardi. Contact : anne.exemple@exemple.invalid ou 01 99 00 28 05."

    cleaned, had_some = texts.without_personal_data(text)

    assert had_some
    assert "@" not in cleaned
    assert "01 99" not in cleaned
    assert cleaned.startswith("Ouvert le mardi.")


def test_a_lost_zero_is_told():
    assert said(codes.lost_zero("4800.0", "postcode")) == [("lost_leading_zero", True)]
    assert codes.lost_zero("04800", "postcode") == []


def test_a_comma_nobody_quoted_is_put_back_in_the_address():
    cells = ["Le Four", "2", "rue du Four", "59000", "Lille"]

    moved, findings = alignment.realigned(cells, POSTCODE_THEN_CITY, [1], width=4, is_odd=True)

    assert moved == ["Le Four", "2, rue du Four", "59000", "Lille"]
    assert said(findings) == [("misaligned", True)]


def test_a_cell_too_many_in_the_middle_is_taken_out():
    moved, findings = alignment.realigned(
        ["Le Four", "", "rue du Four", "59000"], POSTCODE_THEN_CITY, [1], width=4, is_odd=False
    )

    assert moved == ["Le Four", "rue du Four", "59000", ""]
    assert said(findings) == [("misaligned", True)]


def test_what_cannot_be_put_right_is_told():
    _cells, findings = alignment.realigned(
        ["Le Four", "x", "rue", "Lille", "59"], POSTCODE_THEN_CITY, [1], width=4, is_odd=True
    )

    assert said(findings) == [("misaligned", False)]
