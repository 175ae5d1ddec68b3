"""Whatever the file, rows come out of it, or a reason why they do not; nothing else."""

import io
import json
import zipfile
from contextlib import suppress

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dynamics.importing.guessing import guess
from dynamics.importing.readers import Options, Trouble, UnreadableFileError, open_file
from dynamics.importing.readers.objects import cells_of
from dynamics.importing.readers.taxonomies import read_taxonomy
from dynamics.importing.targets import is_known

LINES = [["nom", "code postal", "ville", "latitude"], ["L’Été", "59000", "Lille", "50,63"]]


def rows_of(path, **options):
    opened = open_file(path, Options(**options), knows=is_known)
    return [row.cells for row in opened.rows]


def guessed(path):
    opened = open_file(path, Options(), knows=is_known)
    rows = list(opened.rows)
    return guess(opened.columns, rows, has_header=opened.has_header).profile.columns


def text(delimiter, lines=None):
    return "".join(delimiter.join(line) + "\r\n" for line in lines or LINES)


def workbook(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, lines in enumerate(sheets):
        sheet = book.create_sheet(f"Feuille {number}")
        for line in lines:
            sheet.append(line)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"]
)
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_any_encoding_and_any_delimiter(file, encoding, delimiter):
    (cells,) = rows_of(file(text(delimiter), encoding=encoding))

    assert cells["nom"] == "L’Été"
    assert cells["latitude"] == "50,63"


def test_commas_inside_quotes_and_lines_inside_cells(file):
    (cells,) = rows_of(file('nom,adresse,ville\n"Le Four","2, rue\ndu Four",Lille\n'))

    assert cells == {"nom": "Le Four", "adresse": "2, rue\ndu Four", "ville": "Lille"}


def test_a_quote_never_closed_spoils_one_line(file):
    lines = 'nom,ville,cp\n"Le Four,Lille,59000\n' + "La Mare,Paris,75001\n" * 90

    found = rows_of(file(lines))

    assert len(found) == 91
    assert found[1] == {"nom": "La Mare", "ville": "Paris", "cp": "75001"}


def test_nulls_and_empty_lines_are_dropped_and_rows_keep_their_numbers(file):
    opened = open_file(
        file("nom,ville\n\nLe\0 Four,Lille\n,\nLa Mare,Paris\n"), Options(), knows=is_known
    )

    assert [(row.number, row.cells["nom"]) for row in opened.rows] == [
        (3, "Le Four"),
        (5, "La Mare"),
    ]


def test_a_title_above_the_header_and_a_header_that_comes_again(file):
    content = "Liste des lieux,,\n,,\nnom,ville,cp\nLe Four,Lille,59000\nnom,ville,cp\nLa Mare,Paris,75001\n"

    assert [cells["nom"] for cells in rows_of(file(content))] == ["Le Four", "La Mare"]


def test_columns_of_the_same_name_are_told_apart(file):
    (cells,) = rows_of(file("nom,tag,tag\nLe Four,pain,four\n"))

    assert cells == {"nom": "Le Four", "tag": "pain", "tag (2)": "four"}


def test_without_a_header_content_tells(file):
    lines = "".join(
        f"Atelier {chr(65 + n)},{n} rue du Port,{59000 + n},Lille,http://a{n}.example.org,a{n}@exemple.invalid\n"
        for n in range(12)
    )

    found = guessed(file(lines))

    assert found["name"] == ["colonne 1"]
    assert found["street"] == ["colonne 2"]
    assert found["postcode"] == ["colonne 3"]
    assert found["commune"] == ["colonne 4"]
    assert found["website"] == ["colonne 5"]
    assert all("colonne 6" not in columns for columns in found.values())


@pytest.mark.parametrize(
    ("header", "line", "target"),
    [
        ("X,Y", "50.63,3.07", {"latitude": ["X"], "longitude": ["Y"]}),
        ("X,Y", "3.07,50.63", {"latitude": ["Y"], "longitude": ["X"]}),
        ("Coord. X,Coord. Y", "704892,7059000", {"latitude": ["Coord. Y"]}),
        ("geo_point_2d,ville", '"46.5, 2.3",Lille', {"coordinates": ["geo_point_2d"]}),
        ("Libellé commune,CP", "Lille,59000", {"commune": ["Libellé commune"]}),
        ("addressLocality,postalCode", "Lille,59000", {"commune": ["addressLocality"]}),
    ],
)
def test_names_and_values_tell_what_columns_hold(file, header, line, target):
    found = guessed(file(f"nom,{header}\n" + f"Le Four,{line}\n" * 5))

    assert {name: found.get(name) for name in target} == target


def test_what_reaches_somebody_is_never_a_column(file):
    content = "Nom,Prénom,Structure,Téléphone,Mél,Responsable\nExemple,Anne,Le Four,0199002805,a@exemple.invalid,Anne\n"

    assert guessed(file(content)) == {"name": ["Structure"]}


def test_workbooks_give_what_people_see(file):
    content = workbook(
        [], [["nom", "code postal", "ouverture"], ["Le Four", 4800.0, None], ["=1+1", 59000, True]]
    )

    first, second = rows_of(file(content, "carte.xlsx"))

    assert first == {"nom": "Le Four", "code postal": "4800", "ouverture": ""}
    assert (second["nom"], second["ouverture"]) == ("", "oui")


def test_a_sheet_can_be_named(file):
    path = file(workbook([["nom"], ["A"]], [["nom"], ["B"]]), "carte.xlsx")

    assert rows_of(path, sheet="Feuille 1") == [{"nom": "B"}]
    with pytest.raises(UnreadableFileError) as refused:
        rows_of(path, sheet="Feuille 9")
    assert refused.value.about == "Feuille 0, Feuille 1"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([{"name": "A", "geo": {"latitude": 1.5}}], {"name": "A", "geo.latitude": "1.5"}),
        ({"data": [{"name": "A"}], "ontology": "gogofull"}, {"name": "A"}),
        ({"page": {"liste": [{"name": "A"}, {"name": "B"}]}}, {"name": "A"}),
        (
            [{"name": "A", "tags": [{"id": 1, "name": "pain"}, "four"]}],
            {"name": "A", "tags": ["pain", "four"]},
        ),
        (
            {"data": [["x1", ["A"], 50.6, 3.07, 1, 0]]},
            {"id": "x1", "name": "A", "latitude": "50.6", "longitude": "3.07"},
        ),
    ],
)
def test_objects_of_any_shape(file, value, expected):
    first = rows_of(file(json.dumps(value), "carte.json"))[0]

    assert first == expected


def test_one_object_a_line(file):
    assert len(rows_of(file('{"name": "A"}\n{"name": "B"}\n', "carte.jsonl"))) == 2


def test_geojson_gives_a_point_for_any_geometry():
    square = {"type": "Polygon", "coordinates": [[[2, 46], [4, 46], [4, 48], [2, 48], [2, 46]]]}
    feature = {"type": "Feature", "id": 7, "properties": {"nom": "A"}, "geometry": square}

    cells = cells_of(feature)

    assert (cells["id"], cells["nom"]) == ("7", "A")
    assert (cells["geometry.latitude"], cells["geometry.longitude"]) == ("47", "3")
    assert cells_of(feature | {"geometry": None}) == {"id": "7", "nom": "A"}


def test_a_long_list_is_read_little_by_little(file):
    path = file(
        json.dumps([{"name": f"Fiche {n}", "texte": "x" * 300} for n in range(2000)]), "l.json"
    )

    assert len(rows_of(path)) == 2000


def test_the_words_of_a_taxonomy(file):
    tree = {
        "options": [
            {
                "id": 1,
                "name": "Alimentation",
                "subcategories": [{"options": [{"id": 2, "name": "Four"}]}],
            }
        ]
    }
    path = file(json.dumps(tree), "taxonomie.json")

    assert read_taxonomy(path) == {"1": "Alimentation", "2": "Four"}
    with pytest.raises(UnreadableFileError) as refused:
        rows_of(path)
    assert refused.value.trouble == Trouble.TAXONOMY


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", Trouble.EMPTY),
        (b"\n \n", Trouble.EMPTY),
        (b"PK\x03\x04xxxx", Trouble.BROKEN),
        (b"\xd0\xcf\x11\xe0", Trouble.OLD_WORKBOOK),
        (b"%PDF-1.7", Trouble.UNKNOWN_FORMAT),
        (b"<!doctype html><p>Bonjour", Trouble.WEB_PAGE),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\2\3\4\5\6\7", Trouble.UNKNOWN_FORMAT),
        (b'[{"name": "A"}, {"na', Trouble.BROKEN),
        (b"[" * 100_000, Trouble.BROKEN),
    ],
)
def test_what_cannot_be_read_says_why(file, content, trouble):
    with pytest.raises(UnreadableFileError) as refused:
        rows_of(file(content))

    assert refused.value.trouble == trouble


def test_what_is_too_big_is_not_opened(file, monkeypatch):
    monkeypatch.setattr("dynamics.importing.readers.MOST_BYTES", 10)

    with pytest.raises(UnreadableFileError) as refused:
        rows_of(file(text(",")))

    assert refused.value.trouble == Trouble.TOO_BIG


def test_a_workbook_that_would_fill_the_memory_is_refused(file):
    archive = io.BytesIO()
    with (
        zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as bomb,
        bomb.open("xl/a.xml", "w") as entry,
    ):
        for _ in range(401):
            entry.write(b"0" * 1_000_000)

    with pytest.raises(UnreadableFileError) as refused:
        rows_of(file(archive.getvalue(), "bombe.xlsx"))

    assert refused.value.trouble == Trouble.BOMB


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.one_of(st.binary(max_size=600), st.text(max_size=400).map(str.encode)))
def test_no_file_breaks_the_reader(file, content):
    try:
        rows = rows_of(file(content))
    except UnreadableFileError:
        return
    assert all(isinstance(cells, dict) for cells in rows)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
        ),
        max_leaves=20,
    )
)
def test_no_json_breaks_the_reader(file, value):
    path = file(json.dumps([value, {"data": value}]), "carte.json")
    with suppress(UnreadableFileError):
        rows_of(path)
