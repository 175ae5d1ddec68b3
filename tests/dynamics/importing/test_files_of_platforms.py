"""Files as registers, forms and maps give them: what they hold is found under their own names."""

import csv
import io
import json

import pytest

from django.core.management.base import CommandError

from dynamics.directory.models import Dynamic
from dynamics.importing.addresses import parted
from dynamics.importing.candidates import year_of
from dynamics.importing.checks import coordinates
from dynamics.importing.checks.texts import without_personal_data
from dynamics.importing.preparing import parted_numbers
from dynamics.importing.targets import is_personal, target_named
from dynamics.importing.widths import width_of
from portal.territories.memory import KnownPlace
from tests.dynamics.importing.conftest import codes
from tests.dynamics.importing.test_worse_files import book, names, told

pytestmark = pytest.mark.django_db


def table(*rows, delimiter=";"):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def made(name):
    return Dynamic.objects.get(name=name)


@pytest.mark.parametrize(
    ("column", "target"),
    [
        ("adrs_codepostal", "postcode"),
        ("adrs_libcommune", "commune"),
        ("adrs_codeinsee", "commune_code"),
        ("date_creat", "created_year"),
        ("codePostalEtablissement", "postcode"),
        ("libelleCommuneEtablissement", "commune"),
        ("libelleVoieEtablissement", "street"),
        ("coordonneeLambertOrdonneeEtablissement", "latitude"),
        ("bf_ville", "commune"),
        ("geolocation.bf_latitude", "latitude"),
        ("addr:city", "commune"),
        ("contact:website", "website"),
        ("Type(s) d’activités", "tags"),
        ("Thématique(s)", "tags"),
        ("CP - Ville", "commune"),
        ("CP et commune", "commune"),
        ("regions", "region"),
        ("geo.@type", ""),
    ],
)
def test_columns_are_known_under_the_names_that_platforms_give_them(column, target):
    assert target_named(column)[0] == target


@pytest.mark.parametrize(
    "column",
    ["Adresse IP", "Nom d’utilisateur", "username", "gsm", "Trésorier", "Maire", "contact:email"],
)
def test_what_names_or_reaches_somebody_is_known_whatever_the_platform(column):
    assert is_personal(column)


@pytest.mark.parametrize("column", ["Fondation", "Mairie", "contact:website", "IPR", "Élevage"])
def test_words_that_look_like_those_of_persons_are_left_alone(column):
    assert not is_personal(column)


def test_the_answers_to_a_form_bring_no_address_of_a_computer(bring, file):
    bring(
        file(
            table(
                ("Adresse IP", "Nom d'utilisateur", "Nom de votre initiative", "Commune et CP"),
                ("192.0.2.7", "Anonyme", "La Forge", "59000 Lille"),
                ("192.0.2.7", "Anonyme", "Le Pré", "Paris (75011)"),
            )
        )
    )

    assert names() == ["La Forge", "Le Pré"]
    assert [made("La Forge").commune_id, made("Le Pré").commune_id] == ["59350", "75056"]
    assert "192.0.2" not in json.dumps(list(Dynamic.objects.values()), default=str)


def test_a_register_of_companies_gives_places_in_degrees_and_one_street(bring, file):
    report = bring(
        file(
            table(
                (
                    "siret",
                    "siren",
                    "denominationUniteLegale",
                    "numeroVoieEtablissement",
                    "typeVoieEtablissement",
                    "libelleVoieEtablissement",
                    "codePostalEtablissement",
                    "coordonneeLambertAbscisseEtablissement",
                    "coordonneeLambertOrdonneeEtablissement",
                    "activitePrincipaleEtablissement",
                ),
                (
                    "41816609600069",
                    "418166096",
                    "LA FORGE",
                    "34",
                    "AVENUE",
                    "DU PORT",
                    "75002",
                    *("651200.5", "6863400.2", "62.02A"),
                ),
                ("[ND]", "[ND]", "[ND]", "[ND]", "", "", "59000", "[ND]", "[ND]", "62.02A"),
            )
        )
    )

    forge = made("LA FORGE")
    assert (round(forge.latitude, 2), round(forge.longitude, 2)) == (48.87, 2.33)
    assert str(forge.presentation) == ""
    assert codes(report) == {"lambert93": 1}
    assert told(report, "rejected") == [(3, told(report, "rejected")[0][1])]


def test_the_two_places_of_one_company_are_two():
    first, _wrong = parted_numbers({"siret": "41816609600069", "siren": "418166096"})
    alone, wrong = parted_numbers({"siren": "418166096", "siret": "4,18166E+13"})

    assert first == [("siret", "41816609600069")]
    assert (alone, wrong) == ([("siren", "418166096")], [("siret", "4,18166E+13")])
    assert parted_numbers({"siret": "'41816609600069"})[0] == first


def test_what_openstreetmap_answers_is_brought_to_one_level(bring, file):
    elements = [
        {
            "type": "node",
            "id": 5,
            "lat": 50.63,
            "lon": 3.06,
            "tags": {"name": "La Forge", "addr:city": "Lille", "amenity": "social_centre"},
        },
        {
            "type": "way",
            "id": 5,
            "center": {"lat": 48.86, "lon": 2.33},
            "nodes": [1, 2],
            "tags": {"name": "Le Pré", "leisure": "garden"},
        },
    ]

    report = bring(file(json.dumps({"version": 0.6, "elements": elements}), "overpass.json"))

    assert names() == ["La Forge", "Le Pré"]
    assert report["located"] == 2
    assert made("La Forge").commune_id == "59350"
    assert {tag.name for tag in made("Le Pré").tags.all()} == {"garden"}


def test_the_records_of_a_wiki_stand_each_under_its_own_name_even_when_fields_are_missing(
    bring, file
):
    first = {"bf_titre": "La Forge", "bf_ville": "Lille", "bf_adresse": "", "carte": "", "url": ""}
    content = {"LaForge": first, "LePre": {"bf_titre": "Le Pré", "bf_ville": "Paris"}}

    report = bring(file(json.dumps(content), "bazar.json"))

    assert names() == ["La Forge", "Le Pré"]
    assert report["located"] == 2


@pytest.mark.parametrize(
    ("written", "point"),
    [
        ('{"lat": 48.85, "lon": 2.35}', ("48.85", "2.35")),
        ("lat : 48,85 ; lng : 2,35", ("48,85", "2,35")),
        ('{"type": "Point", "coordinates": [2.35, 48.85]}', ("48.85", "2.35")),
        ("POINT Z (2.35 48.85 35.2)", ("48.85", "2.35")),
        ("48.85 2.35 0.0 12.5", ("48.85", "2.35")),
        ("https://www.openstreetmap.org/#map=17/48.85/2.35", ("48.85", "2.35")),
        ("https://www.google.com/maps/@48.85,2.35,17z", ("48.85", "2.35")),
        ("place de la latitude, 12", None),
        ("https://exemple.invalid/2024/05", None),
        ("12 rue du 8 mai 1945", None),
    ],
)
def test_a_point_is_read_as_forms_and_maps_write_it(written, point):
    assert coordinates.pair_of(written) == point


@pytest.mark.parametrize(
    ("x", "y"), [("1704892", "9278000"), ("1651000", "8175000"), ("1700000", "6200000")]
)
def test_the_zones_of_lambert_are_converted(x, y):
    point, findings = coordinates.read(y, x)

    assert point
    assert coordinates.is_plausible(point)
    assert [each.code for each in findings] == ["lambert93"]
    assert coordinates.read(x, y)[0] == point


def test_numbers_of_another_kind_are_no_metres():
    for one, other in (("500000", "5608000"), ("4886", "235"), ("48860000", "2330000")):
        assert coordinates.read(one, other)[0] is None


def test_wide_communes_are_wide():
    def place(code, department, country="FR"):
        return KnownPlace(code, "", "", 0, 0, country, department, None, "", 0, "")

    assert width_of(place("97310", "973")) > 100
    assert width_of(place("13004", "13")) > 40
    assert width_of(place("CA-1", None, "CA")) > 40
    assert width_of(place("59350", "59")) == coordinates.FAR_AWAY


@pytest.mark.parametrize(
    ("postcode", "commune", "found"),
    [
        ("", "59000 Lille", ("59000", "Lille")),
        ("", "Lille (59000)", ("59000", "Lille")),
        ("75011 Paris", "", ("75011", "Paris")),
        ("", "75980 PARIS CEDEX 20", ("75980", "PARIS CEDEX 20")),
        ("", "B-1000 Bruxelles", ("B-1000", "Bruxelles")),
        ("Lille", "", ("", "Lille")),
        ("59800", "59000 Lille", ("59800", "Lille")),
        ("69003", "Lyon 3e", ("69003", "Lyon 3e")),
        ("H2X 1Y4", "Montréal", ("H2X 1Y4", "Montréal")),
        ("", "Lille, 12 rue du Port", ("", "Lille, 12 rue du Port")),
    ],
)
def test_a_postcode_and_a_town_in_one_cell_are_parted(postcode, commune, found):
    assert parted(postcode, commune) == found


def test_homonyms_that_only_the_departement_tells_apart_stay_two(bring, file):
    report = bring(
        file(
            table(
                ("nom", "ville", "département"),
                ("Le Jardin", "Saint-Denis", ""),
                ("Le Jardin", "Saint-Denis", "93"),
                ("Le Jardin", "Saint-Denis", "La Réunion"),
            )
        )
    )

    assert (report["created"], report["duplicates"], report["located"]) == (3, 0, 2)
    assert [each["words"] for each in report["questions"]] == ["Saint-Denis"]


def test_four_figures_beside_a_name_nobody_knows_are_asked_about(bring, file):
    report = bring(
        file("nom;code postal;ville\nA;4800;Sint-Machin\nB;4800;Gréoux-les-Bains\nC;04800;Machin\n")
    )

    assert [each["words"] for each in report["questions"]] == ["4800 Sint-Machin"]
    assert (made("A").commune_id, made("B").commune_id) == (None, "04094")
    assert (report["located"], report["approximate"]) == (2, 1)


def test_words_that_mean_nothing_are_empty_cells(bring, file):
    rows = [("id", "nom", "ville", "latitude", "longitude", "site")]
    rows += [("NULL", f"Lieu {word}", "Lille", word, word, word) for word in ("NC", "-", "#N/A")]

    report = bring(file(table(*rows)))

    assert (report["created"], codes(report)) == (3, {})


def test_an_identifier_that_comes_again_says_what_to_do(bring, file):
    report = bring(file("id;nom;ville\n1;A;Lille\n1.0;B;Paris\n2;C;Lille\n"))

    assert told(report, "duplicate") == [
        (
            3,
            "L’identifiant «\u00a01\u00a0» est déjà celui de la ligne 2\u00a0: si ce sont deux fiches, donnez à chacune le sien.",
        )
    ]


def test_a_column_of_numbers_that_come_again_and_again_identifies_nothing(bring, file):
    rows = "".join(f"{number % 4};Lieu numéro {number};Lille\n" for number in range(20))

    report = bring(file("numéro;nom;ville\n" + rows))

    assert (report["created"], report["duplicates"]) == (20, 0)


def test_every_row_left_out_or_not_placed_says_why_and_what_to_do(bring, file):
    report = bring(
        file(
            "nom;ville;code postal;siret\nA;Lile;;\n;Lille;;\nTOTAL;2;;\nB;Paris La Défense;92055;\nC;Lille;;123\n"
        )
    )

    assert [row for row, _message in told(report, "unplaced")] == [2]
    assert "code postal" in told(report, "unplaced")[0][1]
    assert [row for row, _message in told(report, "rejected")] == [3, 4]
    assert [row for row, _message in told(report, "number")] == [6]
    assert made("B").department_id == "92"
    parts = ("created", "updated", "unchanged", "duplicates", "rejected")
    assert report["rows"] == sum(report[name] for name in parts) == 5


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("31/12/2019", 2019),
        ("2019-2020", 2019),
        ("12/05/03", 2003),
        ("01/01/87", 1987),
        ("mars 2018", 2018),
        ("0000-00-00", None),
        ("en cours", None),
    ],
)
def test_the_year_of_a_date_is_found(text, year):
    assert year_of(text) == year


@pytest.mark.parametrize("text", ["moi [at] exemple.invalid", "moi(arobase)exemple.invalid"])
def test_an_address_in_disguise_is_taken_out(text):
    assert without_personal_data(f"Écrire à {text}, merci")[1]
    assert "exemple" not in without_personal_data(f"Écrire à {text}, merci")[0]


def test_a_semicolon_of_an_entity_cuts_nothing(bring, file):
    report = bring(file("nom;description;ville\nL&#39;Atelier;prix &lt; 10 €;Lille\n"))

    assert names() == ["L'Atelier"]
    assert codes(report) == {"html_in_text": 2}
    assert made("L'Atelier").commune_id == "59350"


def test_a_short_file_of_two_encodings_is_read_in_both(bring, file):
    bring(file("nom;ville\nCafé;Lille\n".encode() + "Forêt;Paris\n".encode("cp1252")))

    assert names() == ["Café", "Forêt"]


def test_a_sheet_with_a_header_and_nothing_below_is_refused(bring, file):
    with pytest.raises(CommandError, match="aucune ligne"):
        bring(file(book(("Lieux", [["nom", "ville"]])), "lieux.xlsx"))


def test_coordinates_written_with_letters_or_spaces_are_where_they_should_be(bring, file):
    report = bring(
        file(
            "nom;ville;latitude;longitude\nA;Paris;N 48.86;E 2.33\nB;Lille;704 892,12;7 059 000,3\nC;Paris;48.86.12;2.33\n"
        )
    )

    assert codes(report) == {"lambert93": 1, "misaligned": 1}
    assert "illisibles" in next(each["message"] for each in report["warnings"] if each["row"] == 4)
