"""A file becomes records, once; the report says what happened to every row."""

import gc
import json
import weakref

import pytest

from django.core.management import call_command
from django.core.management.base import CommandError

from dynamics.directory.models import Dynamic, Identifier, Provenance, Tombstone
from dynamics.importing.models import ImportedRow, ImportRun
from portal.territories.memory import KnownPlaces
from search.models import PendingChange
from tests.dynamics.importing.conftest import codes
from tests.factories import make_commune, make_dynamic

pytestmark = pytest.mark.django_db

CARD = """nom;description;adresse;code postal;ville;latitude;longitude;site web;courriel;tags
La Fabrique;Un atelier partagé;1 rue du Port;59000;Lille;50,63;3,07;lafabrique.example.org;a@exemple.invalid;bois, métal
Le Four;Un four à pain;;4800;Gréoux-les-Bains;;;;;pain
Café du coin;Un café;;17000;La Rochelle;-1.15;46.16;;;
;Sans nom;;59000;Lille;;;;;
"""


def test_rows_become_records_and_the_figures_add_up(bring, file):
    report = bring(file(CARD), "--type", "tiers_lieu", "--licence", "ODbL 1.0")

    assert (report["rows"], report["created"], report["rejected"]) == (4, 3, 1)
    assert report["located"] == 3
    assert codes(report) == {"decimal_comma": 1, "lost_leading_zero": 1, "swapped_coordinates": 1}
    made = Dynamic.objects.get(name="La Fabrique")
    assert (made.commune_id, made.place_precision) == ("59350", "address")
    assert (made.website, made.licence) == ("http://lafabrique.example.org", "ODbL 1.0")
    assert sorted(made.tags.names()) == ["bois", "métal"]
    assert made.live
    assert not made.is_conforming


def test_running_twice_changes_nothing(bring, file):
    bring(file(CARD))
    report = bring(file(CARD))

    assert (report["created"], report["updated"], report["unchanged"]) == (0, 0, 3)
    assert Dynamic.objects.count() == 3


def test_a_dry_run_writes_nothing(bring, file):
    report = bring(file(CARD), "--dry-run")

    assert report["created"] == 3
    assert not Dynamic.objects.exists()
    assert not ImportRun.objects.exists()


def test_an_import_gives_the_memory_of_the_gazetteer_back(bring, file, monkeypatch):
    loaded = []
    remember = KnownPlaces.__init__

    def remembered(places):
        remember(places)
        loaded.append(weakref.ref(places))

    monkeypatch.setattr(KnownPlaces, "__init__", remembered)
    gc.disable()
    try:
        bring(file(CARD))
    finally:
        gc.enable()

    # Thirty megabytes that no round of the collector came to fetch, an import after another.
    assert loaded
    assert not any(places() for places in loaded)


def test_where_a_record_comes_from_is_kept(bring, file):
    text = "id,nom,code postal,ville,lien\n12,Le Four,59000,Lille,https://example.org/12\n"
    bring(file(text), "--licence", "ODbL 1.0")

    provenance = Provenance.objects.get()
    assert (provenance.source, provenance.source_id) == ("carte", "12")
    assert (provenance.link, provenance.licence) == ("https://example.org/12", "ODbL 1.0")


def test_what_changed_in_the_file_changes_in_the_record(bring, file):
    bring(file("id,nom,ville,resume\n1,Le Four,Lille,Du pain\n"))
    report = bring(file("id,nom,ville,resume\n1,Le Four,Lille,Du pain et des pizzas\n"))

    assert (report["updated"], report["conflicts"]) == (1, 0)
    assert Dynamic.objects.get().summary == "Du pain et des pizzas"


def test_what_somebody_corrected_stays(bring, file):
    bring(file("id,nom,ville,resume\n1,Le Four,Lille,Du pain\n"))
    Dynamic.objects.update(summary="Corrigé par une éditrice")

    report = bring(file("id,nom,ville,resume\n1,Le Four,Lille,Du pain et des pizzas\n"))

    assert (report["updated"], report["unchanged"], report["conflicts"]) == (0, 1, 1)
    assert Dynamic.objects.get().summary == "Corrigé par une éditrice"


def test_the_same_name_nearby_is_a_duplicate(bring, file):
    make_dynamic(
        "Le Four", slug="four", commune=make_commune("59350"), latitude=50.631, longitude=3.07
    )
    text = "id,nom,ville,latitude,longitude\n1,LE FOUR,Lille,50.632,3.071\n2,La Mare,Lille,50.63,3.07\n3,la mare,Lille,50.63,3.07\n"

    report = bring(file(text))

    assert (report["created"], report["duplicates"]) == (1, 2)
    twins = [(each["row"], each.get("url"), each.get("twin_row")) for each in report["details"]]
    assert twins == [(2, "/dynamiques/four/", None), (4, None, 3)]


@pytest.mark.parametrize(
    "name",
    [
        "Tiers lieu Le Four",
        "tiers-lieu LE FOUR",
        "Association Tiers-Lieu du Four",
        "SCIC Tiers-lieu le Four",
    ],
)
def test_a_name_hardly_different_is_the_same(bring, file, name):
    lille = make_commune("59350")
    make_dynamic(
        "Le Tiers-lieu Le Four", slug="four", commune=lille, latitude=50.631, longitude=3.07
    )

    report = bring(file(f"nom,ville,latitude,longitude\n{name},Lille,50.632,3.071\n"))

    assert (report["created"], report["duplicates"]) == (0, 1)


def test_the_same_number_far_away_says_how_far(bring, file):
    lille = make_commune("59350")
    twin = make_dynamic("Le Four", slug="four", commune=lille, latitude=50.63, longitude=3.07)
    Identifier.objects.create(dynamic=twin, scheme="siren", value="732829320")

    report = bring(file("nom,ville,siren\nLe Four de Paris,Paris,732829320\n"))

    (told,) = (each for each in report["details"] if each["kind"] == "duplicate")
    assert "SIREN 732829320" in told["message"]
    assert "20" in told["message"].partition("km")[0][-8:]


def test_the_same_number_is_a_duplicate(bring, file):
    twin = make_dynamic("Tout autre chose", slug="autre")
    Identifier.objects.create(dynamic=twin, scheme="siren", value="732829320")
    text = "nom,ville,siren\nLe Four,Lille,732 829 320\nLa Mare,Lille,404833048\nAutre Mare,Paris,404833048\n"

    report = bring(file(text))

    assert (report["created"], report["duplicates"]) == (1, 2)
    assert [each["kind"] for each in report["details"]] == ["duplicate", "duplicate"]


def test_ambiguous_names_are_asked_about_and_never_guessed(bring, file, tmp_path):
    path = file("nom,ville\nLe Four,Sainte-Colombe\nLa Mare,Sainte Colombe\n")

    report = bring(path)

    assert report["located"] == 0
    (question,) = report["questions"]
    assert question["count"] == 2
    assert ("46260", "Sainte-Colombe (Lot)") in [
        (each["code"], each["label"]) for each in question["choices"]
    ]
    mapping = tmp_path / "m.toml"
    mapping.write_text(
        f'source = "carte"\n[columns]\nname = "nom"\ncommune = "ville"\n[answers]\n"{question["key"]}" = "46260"\n'
    )
    answered = bring(path, "--mapping", str(mapping))
    assert (answered["located"], answered["questions"], answered["updated"]) == (2, [], 2)
    assert set(Dynamic.objects.values_list("commune", flat=True)) == {"46260"}


def test_a_point_tells_homonyms_apart(bring, file):
    report = bring(file("nom,ville,lat,lon\nLe Four,Sainte-Colombe,44.62,2.0\n"))

    assert report["questions"] == []
    assert Dynamic.objects.get().commune_id == "46260"


def test_territories_are_placed_at_their_label_and_say_so(bring, file):
    text = "id,codgeo,libgeo,echelon,dispositif\n1,62,Pas-de-Calais,departement,AI\n2,93,PACA,region,AI\n3,200093201,MEL,epci,AI\n4,59350,Lille,commune,AI\n"

    report = bring(file(text))

    assert report["created"] == 4
    places = dict(Dynamic.objects.values_list("name", "place_precision"))
    assert places["AI · MEL"] == "territory"
    assert places["AI · Lille"] == "commune"
    assert Dynamic.objects.get(name="AI · PACA").region_id == "93"


def test_an_import_is_undone_whole(bring, file):
    kept = make_dynamic("Déjà là", slug="deja-la", tags=["ancien"])
    before = Dynamic.objects.values().get()
    bring(file(CARD))
    run = ImportRun.objects.get()

    call_command("import_dynamics", "--undo", str(run.pk), verbosity=0)

    assert Dynamic.objects.values().get() == before
    assert list(kept.tags.names()) == ["ancien"]
    assert not Provenance.objects.exists()
    assert not ImportedRow.objects.exists()
    assert Tombstone.objects.filter(reason="withdrawn").count() == 3
    assert bring(file(CARD))["created"] == 3
    assert not Tombstone.objects.exists()


def test_undoing_an_update_brings_the_former_values_back(bring, file):
    bring(file("id,nom,ville,resume,tags\n1,Le Four,Lille,Du pain,four\n"))
    bring(file("id,nom,ville,resume,tags\n1,Le Four,Paris,Des pizzas,pizza\n"))

    call_command("import_dynamics", "--undo", str(ImportRun.objects.first().pk), verbosity=0)

    dynamic = Dynamic.objects.get()
    assert (dynamic.summary, dynamic.commune_id) == ("Du pain", "59350")
    assert list(dynamic.tags.names()) == ["four"]


def test_undoing_keeps_what_somebody_made_theirs(bring, file):
    bring(file(CARD))
    Dynamic.objects.filter(name="Le Four").update(summary="Corrigé par une éditrice")

    call_command("import_dynamics", "--undo", str(ImportRun.objects.get().pk), verbosity=0)

    assert list(Dynamic.objects.values_list("name", flat=True)) == ["Le Four"]


def test_the_first_import_waits_for_the_second_to_be_undone(bring, file):
    bring(file("id,nom,ville,resume\n1,Le Four,Lille,Du pain\n"))
    bring(file("id,nom,ville,resume\n1,Le Four,Lille,Des pizzas\n"))

    with pytest.raises(CommandError, match="first"):
        call_command("import_dynamics", "--undo", str(ImportRun.objects.last().pk), verbosity=0)


def test_search_hears_of_each_record_once(bring, file, monkeypatch):
    monkeypatch.setattr("search.tasks.drain.apply_async", lambda **_options: None)

    bring(file(CARD))

    noted = PendingChange.objects.values_list("uid", flat=True)
    made = [f"dynamic:{pk}" for pk in Dynamic.objects.values_list("pk", flat=True)]
    assert sorted(uid for uid in noted if uid.startswith("dynamic:")) == sorted(made)


def test_the_cost_of_a_batch_does_not_grow_with_its_rows(
    bring, file, django_assert_max_num_queries
):
    def rows(count, start):
        lines = [f"{n},Fiche {n},59000,Lille,mot{n % 7}" for n in range(start, start + count)]
        return file("id,nom,code postal,ville,tags\n" + "\n".join(lines) + "\n")

    bring(rows(2, 10_000))
    with django_assert_max_num_queries(200) as few:
        bring(rows(3, 0))
    with django_assert_max_num_queries(200) as many:
        bring(rows(300, 100))

    # SQLite takes a thousand values in a statement, some twenty records; PostgreSQL takes them all.
    assert len(many.captured_queries) - len(few.captured_queries) <= 300 / 10


def test_the_report_of_a_file_that_cannot_be_read_is_a_sentence(bring, file):
    with pytest.raises(CommandError, match="aucune fiche"):
        bring(file(json.dumps({"nom": {"colonne": "Lieu"}}), "config.json"))
