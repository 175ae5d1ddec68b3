"""Files as nobody would wish them: the right warning, no error, and nothing lost without a word."""

import datetime
import io
import json
import zipfile

import openpyxl
import pytest

from django.core.management.base import CommandError

from dynamics.directory.models import Dynamic
from tests.dynamics.importing.conftest import codes

pytestmark = pytest.mark.django_db

CARD = "id;nom;adresse;code postal;ville\n1;Café de l’Évêché;1 rue Éléonore;59000;Lille\n2;Forêt d’à côté;2 rue du Pré;75001;Paris\n"
NAMES = ["Café de l’Évêché", "Forêt d’à côté"]


def names():
    return list(Dynamic.objects.order_by("pk").values_list("name", flat=True))


def told(report, kind):
    return [(each["row"], each["message"]) for each in report["details"] if each["kind"] == kind]


def book(*sheets):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title, lines in sheets:
        sheet = workbook.create_sheet(title)
        for line in lines:
            sheet.append(line)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def archive(name, content):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as kept:
        kept.writestr(name, content)
    return file.getvalue()


def feature(name, geometry, **properties):
    return {"type": "Feature", "properties": {"nom": name, **properties}, "geometry": geometry}


def collection(*features, **more):
    return json.dumps({"type": "FeatureCollection", **more, "features": features})


def point(*coordinates):
    return {"type": "Point", "coordinates": coordinates}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252", "mac_roman"])
def test_an_encoding_that_is_not_utf_8_is_read_and_told(bring, file, encoding):
    report = bring(file(CARD, encoding=encoding))

    assert names() == NAMES
    assert report["counts"]["encoding"] == 1


def test_the_line_ends_of_old_computers_are_read(bring, file):
    bring(file(CARD.replace("\n", "\r"), encoding="mac_roman"))

    assert names() == NAMES


def test_two_encodings_glued_into_one_file_are_both_read_row_by_row(bring, file):
    lines = ["id;nom;ville"] + [f"{number};Café numéro {number};Lille" for number in range(60)]
    glued = [line.encode("cp1252" if place == 31 else "utf-8") for place, line in enumerate(lines)]

    report = bring(file(b"\n".join(glued)))

    assert "Café numéro 30" in names()
    warnings = [(each["row"], each["code"], each["fixed"]) for each in report["warnings"]]
    assert warnings == [(32, "encoding", True)]


def test_letters_that_are_lost_are_told_and_never_invented(bring, file):
    rows = "".join(f"{number};Café numéro {number};Lille\n" for number in range(60))

    report = bring(
        file(
            ("id;nom;ville\n" + rows).encode()
            + "99;Caf\udcc3;Lille\n".encode("utf-8", "surrogateescape")
        )
    )

    assert [each["fixed"] for each in report["warnings"]] == [False]


@pytest.mark.parametrize("delimiter", ["\t", "|", ",", ";"])
@pytest.mark.parametrize(
    "title", ["", "Liste des lieux{0}{0}{0}\n{0}{0}{0}\n", "Liste des lieux, en 2026\n\n"]
)
def test_any_delimiter_and_a_title_above(bring, file, delimiter, title):
    report = bring(file(title.format(delimiter) + CARD.replace(";", delimiter)))

    assert names() == NAMES
    assert (report["located"], codes(report)) == (2, {})


def test_columns_without_a_name_or_with_the_same_one_are_named_when_they_are_left_out(bring, file):
    report = bring(
        file("nom;nom;;ville;;\nLa Forge;autre;perdu;Lille;;\nLe Pré;encore;rien;Paris;;\n")
    )

    assert names() == ["La Forge", "Le Pré"]
    assert told(report, "file") == [(0, "Ces colonnes ne sont pas lues\u00a0: nom (2), colonne 3.")]


def test_shifted_cells_are_put_back_or_told(bring, file):
    report = bring(
        file(
            "nom,adresse,code postal,ville,latitude,longitude\n"
            "La Forge,1 rue du Port, bâtiment B,59000,Lille,50.63,3.07\n"
            "Le Pré,59000,Lille,50.62,3.05\n"
            "Ok,2 rue X,75001,Paris,48.86,2.33\n"
        )
    )

    assert codes(report) == {"misaligned": 2}
    assert report["located"] == 3


def test_the_sheet_of_records_is_found_and_the_others_are_named(bring, file):
    lines = [
        ["Recensement des lieux"],
        [],
        ["Nom", "CP", "Ville", "Date de création"],
        ["La Forge", "05700", "Sainte-Colombe", datetime.date(2019, 5, 3)],
        [],
        ["Le Pré", 4800, "Gréoux-les-Bains", 2015],
        ["Le Lavoir", 59000.0, "Lille", "=1990+9"],
    ]
    content = book(("Lisez-moi", [["Voir l’onglet suivant."]]), ("Lieux", lines))

    report = bring(file(content, "lieux.xlsx"))

    assert list(Dynamic.objects.order_by("pk").values_list("name", "created_year", "commune")) == [
        ("La Forge", 2019, "05135"),
        ("Le Pré", 2015, "04094"),
        ("Le Lavoir", None, "59350"),
    ]
    assert codes(report) == {"lost_leading_zero": 1}
    assert "Lisez-moi" in told(report, "file")[0][1]


def test_every_geometry_gives_a_point_and_a_wide_one_says_so(bring, file):
    square = [[[3, 50.6], [3.1, 50.6], [3.1, 50.7], [3, 50.6]]]
    report = bring(
        file(
            collection(
                feature("Polygone", {"type": "Polygon", "coordinates": square}),
                feature("Points", {"type": "MultiPoint", "coordinates": [[3, 50.6], [3.1, 50.7]]}),
                feature("Sans", None, ville="Lille"),
                feature("Altitude", point(3.06, 50.63, 120.5)),
                feature("Vide", point()),
            ),
            "lieux.geojson",
        )
    )

    assert (report["created"], report["located"], report["approximate"]) == (5, 4, 2)
    assert Dynamic.objects.get(name="Altitude").longitude == 3.06


@pytest.mark.parametrize(
    ("code", "coordinates", "counts"),
    [("2154", (704000, 7059000), {"lambert93": 1}), ("3857", (340000, 6550000), {})],
)
def test_points_in_metres_are_converted(bring, file, code, coordinates, counts):
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{code}"}}

    report = bring(file(collection(feature("Ici", point(*coordinates), ville="Lille"), crs=crs)))

    made = Dynamic.objects.get()
    assert (round(made.latitude), round(made.longitude)) == (51, 3)
    assert report["counts"] == counts
    assert bool(told(report, "file")) == (code == "3857")


def test_a_collection_inside_a_collection_is_unfolded(bring, file):
    inner = json.loads(
        collection(feature("A", point(3.06, 50.63)), feature("B", point(2.35, 48.85)))
    )

    bring(file(collection(inner, feature("C", point(-0.57, 44.84)))))

    assert names() == ["A", "B", "C"]


RECORDS = [{"nom": "La Forge", "ville": "Lille"}, {"nom": "Le Pré", "ville": "Paris"}]


@pytest.mark.parametrize(
    "content",
    [
        *({"total": 2, key: RECORDS} for key in ("data", "elements", "items", "results", "lieux")),
        {"reponse": {"etat": "ok", "contenu": {"liste": RECORDS}}},
        {"entities": {"a1": RECORDS[0], "b2": RECORDS[1]}},
        [["nom", "ville"], ["La Forge", "Lille"], ["Le Pré", "Paris"]],
        {
            "ontology": "gogocompact",
            "mapping": ["id", ["nom", "ville"], "latitude", "longitude"],
            "data": [
                ["1", ["La Forge", "Lille"], 50.63, 3.06],
                ["2", ["Le Pré", "Paris"], 48.86, 2.33],
            ],
        },
    ],
)
def test_wherever_the_records_are_they_are_found(bring, file, content):
    report = bring(file(json.dumps(content), "lieux.json"))

    assert names() == ["La Forge", "Le Pré"]
    assert report["located"] == 2


def test_one_object_a_line(bring, file):
    bring(file("\n".join(map(json.dumps, RECORDS)), "lieux.jsonl"))

    assert names() == ["La Forge", "Le Pré"]


@pytest.mark.parametrize(
    "written",
    [
        "44.8, -0.57",
        "44,8 / -0,57".replace(" / ", ", "),
        "POINT(-0.57 44.8)",
        "POINT (-0.57 44.8)",
        "[44.8, -0.57]",
        "44°48'N 0°34'12\"W",
        "44.8°N, 0.57°O",
        "N44.8 W0.57",
    ],
)
def test_one_cell_may_hold_both_coordinates(bring, file, written):
    quoted = written.replace('"', '""')

    report = bring(file(f'nom;coordonnées GPS\nIci;"{quoted}"\nLà;"44.9, -0.5"\n'))

    made = Dynamic.objects.get(name="Ici")
    assert (round(made.latitude, 3), round(made.longitude, 3)) == (44.8, -0.57)
    assert report["located"] == 2


@pytest.mark.parametrize(
    ("latitude", "longitude", "code"),
    [
        ("3.07", "50.63", "swapped_coordinates"),
        ("50.63", "-3.07", "sign_flip"),
        ("0", "0", "zero_zero"),
        ("43.3", "5.37", "far_from_commune"),
        ("50,63", "3,07", "decimal_comma"),
        ("704000", "7059000", "lambert93"),
        ("50630000", "3070000", "misaligned"),
        ("50.63", "", "misaligned"),
    ],
)
def test_each_way_of_being_wrong_has_its_word(bring, file, latitude, longitude, code):
    report = bring(
        file(f"nom;code postal;ville;latitude;longitude\nIci;59000;Lille;{latitude};{longitude}\n")
    )

    assert code in codes(report)
    assert Dynamic.objects.get().commune_id == "59350"


def test_codes_of_everywhere_are_understood(bring, file):
    text = (
        "nom;code postal;ville;code insee\nA;4800;Gréoux-les-Bains;4094\nB;20000;Ajaccio;2A004\n"
        "C;97400;Saint-Denis;97411\nD;B-1000;Bruxelles;\nE;H2X 1Y4;Montréal;\n"
    )
    report = bring(file(text), "--dry-run")

    assert codes(report) == {"lost_leading_zero": 1}


@pytest.mark.parametrize(
    ("address", "commune"),
    [
        ("8 rue du Port - 59000 Lille", "59350"),
        ("Lille, 59000", "59350"),
        ("10 rue X, 4800 Gréoux-les-Bains", "04094"),
        ("3 rue des Lilas, Lille, France", "59350"),
    ],
)
def test_an_address_in_one_cell_gives_its_commune(bring, file, address, commune):
    bring(file(f'nom;adresse\nIci;"{address}"\n'))

    assert Dynamic.objects.get().commune_id == commune


def test_an_address_of_a_name_that_several_communes_bear_is_a_question(bring, file):
    report = bring(file('nom;adresse\nIci;"3 rue des Lilas, Sainte-Colombe"\n'))

    assert [question["words"] for question in report["questions"]] == ["Sainte-Colombe"]


def test_scripts_and_letters_that_turn_the_text_round_are_left_out(bring, file):
    report = bring(
        file(
            "nom;description;ville\n<b>La Forge</b>;<p>Un lieu</p><script>alert(1)</script>;Lille\nL\u202ePré;x;Paris\n"
        )
    )

    assert names() == ["La Forge", "LPré"]
    assert "alert" not in json.dumps(report["details"])
    assert codes(report) == {"html_in_text": 2}


def test_a_text_too_long_is_cut_and_said_to_be(bring, file):
    report = bring(
        file(f'nom;description;ville\nGros;"{"Lorem ipsum é " * 80_000}";Lille\nPetit;x;Paris\n')
    )

    assert [row for row, _message in told(report, "cut")] == [2]
    assert report["created"] == 2


def test_a_summary_too_long_becomes_the_presentation(bring, file):
    report = bring(file(f"nom;resume;ville\nIci;{'Un mot. ' * 100};Lille\n"))

    assert str(Dynamic.objects.get().presentation).count("Un mot.") == 100
    assert told(report, "cut") == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "vide"),
        (b"\xef\xbb\xbf", "vide"),
        (b"\n\n  \n", "vide"),
        (b"nom;ville\n", "aucune ligne"),
        (b"null", "aucune ligne"),
        (b'{"data": []}', "aucune ligne"),
        (b'["La Forge", "Le Pre"]', "aucune ligne"),
        (bytes(range(256)) * 50, "n’est pas de ceux"),
        (b"<?xml version='1.0'?><kml/>", "n’est pas de ceux"),
        (b"<!DOCTYPE html><html><body>Connexion</body></html>", "page web"),
        (b"\n <html><head><title>404 Not Found</title>", "page web"),
        (b'{"error": {"code": 404, "message": "Not Found"}}', "404, Not Found"),
        (b'{"detail": "Not found."}', "serveur"),
        (b'{"data": [{"nom": "La Forge"}, {"nom"', "abîmé"),
        (archive("liste.csv", CARD), "archive"),
        (archive("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "archive"),
    ],
)
def test_what_holds_no_record_is_refused_in_a_sentence(bring, file, content, sentence):
    with pytest.raises(CommandError, match=sentence):
        bring(file(content))

    assert not Dynamic.objects.exists()
