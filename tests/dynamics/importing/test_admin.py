"""An animator imports a file: its columns, a preview, the import, and back."""

import datetime
import io

import openpyxl
import pytest

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from dynamics.directory.models import Dynamic, Provenance
from dynamics.importing import actions, presentation
from dynamics.importing.models import ImportRun, SavedProfile

# The templates of the CMS itself name what they do not have.
pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

CARD = (
    "nom;commune;cp;description;courriel;contact\n"
    "La Fabrique;Lille;59000;<p>Du bois</p>;a@exemple.invalid;Anne Exemple\n"
    "Le Four;Sainte-Colombe;;Du pain;b@exemple.invalid;\n"
)


@pytest.fixture
def admin(country, animator, client):
    client.force_login(animator)
    return client


def send(client, text=CARD, name="carte.csv", **fields):
    file = SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)
    return client.post(
        reverse("import_new"), {"file": file, "source": "Une carte", **fields}, follow=True
    )


def columns(client, run, **changes):
    targets = ["name", "commune", "postcode", "description", "", ""]
    fields = {f"column-{place}": target for place, target in enumerate(targets)}
    return client.post(reverse("import_columns", args=[run.pk]), fields | changes, follow=True)


def prepared(client):
    send(client)
    run = ImportRun.objects.get()
    columns(client, run)
    run.refresh_from_db()
    return run


def begin(client, run, capture):
    with capture(execute=True):
        answer = client.post(reverse("import_run", args=[run.pk]), {"begin": "1"}, follow=True)
    run.refresh_from_db()
    return answer


@pytest.mark.parametrize("name", ["imports", "import_new"])
def test_only_those_who_may_import_see_the_imports(name, country, editor, animator, client):
    client.force_login(editor)
    assert client.get(reverse(name)).status_code in (302, 403)
    client.force_login(animator)
    assert client.get(reverse(name)).status_code == 200


def test_the_columns_are_guessed_and_personal_data_cannot_be_chosen(admin):
    page = send(admin).content.decode()

    assert "Que contiennent les colonnes" in page
    assert "La Fabrique · Le Four" in page
    assert page.count("données personnelles\u00a0: jamais importées") == 2
    assert "exemple.invalid" not in page
    assert "Anne Exemple" not in page


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "vide.csv", "vide"),
        (b"\xd0\xcf\x11\xe0 vieux classeur", "vieux.xls", ".xlsx ou en CSV"),
        (b"PK\x03\x04 rien", "casse.xlsx", "abîmé"),
        (b"<html><body>Bonjour</body></html>", "page.html", "page web"),
        (b'{"nom": {"colonne": "Lieu"}}', "config.json", "aucune fiche"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(admin, content, name, sentence):
    answer = send(admin, content, name, licence="ODbL 1.0")

    page = answer.content.decode()
    assert sentence in page
    assert 'value="Une carte"' in page
    assert not ImportRun.objects.exists()


def test_a_file_too_big_is_refused_before_it_is_read(admin, monkeypatch):
    monkeypatch.setattr("dynamics.importing.forms.MOST_BYTES", 10)

    assert "trop gros" in send(admin).content.decode()


def test_columns_without_a_name_are_refused_and_stay_chosen(admin):
    send(admin)
    run = ImportRun.objects.get()

    page = columns(admin, run, **{"column-0": ""}).content.decode()

    assert "sans nom, pas de fiche" in page


def test_the_preview_writes_nothing_and_asks_about_homonyms(admin):
    run = prepared(admin)

    page = admin.get(reverse("import_run", args=[run.pk])).content.decode()

    assert "De quelle commune" in page
    assert "Sainte-Colombe (Lot)" in page
    assert "Balises dans les textes" in page
    assert not Dynamic.objects.exists()


def test_an_answer_places_the_row_and_is_kept_for_the_source(admin):
    run = prepared(admin)
    admin.get(reverse("import_run", args=[run.pk]))

    admin.post(reverse("import_run", args=[run.pk]), {"answer": "1", "answer-0": "46260"})

    run.refresh_from_db()
    assert '"sainte-colombe" = "46260"' in run.profile
    assert "46260" in SavedProfile.objects.get(source="Une carte").text
    page = admin.get(reverse("import_run", args=[run.pk])).content.decode()
    assert "De quelle commune" not in page


def test_an_answer_that_was_not_offered_is_refused(admin):
    run = prepared(admin)
    admin.get(reverse("import_run", args=[run.pk]))

    answer = admin.post(
        reverse("import_run", args=[run.pk]), {"answer": "1", "answer-0": "75056"}, follow=True
    )

    assert "pas parmi les choix" in answer.content.decode()


def test_the_import_runs_and_shows_its_report(admin, animator, django_capture_on_commit_callbacks):
    run = prepared(admin)

    begin(admin, run, django_capture_on_commit_callbacks)

    assert run.state == "done"
    assert (run.report["created"], run.by) == (2, animator)
    page = admin.get(reverse("import_run", args=[run.pk])).content.decode()
    assert "/dynamiques/?origin=une-carte&amp;cercle=tous" in page
    assert Dynamic.objects.get(name="La Fabrique").summary == "Du bois"


def test_what_was_imported_is_listed_by_its_source(
    admin, directory, django_capture_on_commit_callbacks
):
    run = prepared(admin)
    begin(admin, run, django_capture_on_commit_callbacks)

    page = admin.get("/dynamiques/?origin=une-carte&cercle=tous").content.decode()

    assert "La Fabrique" in page
    assert "Le Four" in page
    assert (
        "La Fabrique" not in admin.get("/dynamiques/?origin=une-autre&cercle=tous").content.decode()
    )


def test_the_record_says_where_it_comes_from(admin, directory, django_capture_on_commit_callbacks):
    run = prepared(admin)
    begin(admin, run, django_capture_on_commit_callbacks)

    assert "Une carte" in admin.get("/dynamiques/la-fabrique/").content.decode()


def test_an_import_begins_once(admin, django_capture_on_commit_callbacks):
    run = prepared(admin)
    begin(admin, run, django_capture_on_commit_callbacks)
    finished = run.finished_at

    begin(admin, run, django_capture_on_commit_callbacks)

    assert run.finished_at == finished
    assert Provenance.objects.count() == 2


def test_progress_is_told_to_the_bar(admin):
    run = prepared(admin)
    ImportRun.objects.update(state="running", rows_done=30, rows_total=120)

    answer = admin.get(reverse("import_progress", args=[run.pk])).json()
    page = admin.get(reverse("import_run", args=[run.pk])).content.decode()

    assert answer == {"is_under_way": True, "percentage": 25, "text": "30 lignes sur 120"}
    assert '<meta http-equiv="refresh"' in page


def test_undoing_asks_first_and_then_undoes(admin, django_capture_on_commit_callbacks):
    run = prepared(admin)
    begin(admin, run, django_capture_on_commit_callbacks)
    address = reverse("import_undo", args=[run.pk])

    assert "Annuler l’import" in admin.get(address).content.decode()
    answer = admin.post(address, follow=True)

    assert "2 fiches ont été retirées" in answer.content.decode()
    assert not Dynamic.objects.exists()
    assert "plus rien à annuler" in admin.post(address, follow=True).content.decode()


def test_answering_afterwards_prepares_the_same_file_again(
    admin, django_capture_on_commit_callbacks
):
    run = prepared(admin)
    begin(admin, run, django_capture_on_commit_callbacks)

    admin.post(reverse("import_run", args=[run.pk]), {"answer": "1", "answer-0": "46260"})

    again = ImportRun.objects.first()
    assert again.pk != run.pk
    begin(admin, again, django_capture_on_commit_callbacks)
    assert (again.report["updated"], again.report["unchanged"]) == (1, 1)


def test_the_columns_of_a_source_are_offered_the_next_time(admin):
    send(admin)
    columns(admin, ImportRun.objects.get(), **{"column-3": "summary"})

    send(admin)

    assert 'summary = ["description"]' in ImportRun.objects.first().profile


def test_an_import_whose_server_stopped_may_begin_again(admin):
    run = prepared(admin)
    long_ago = timezone.now() - datetime.timedelta(hours=1)
    ImportRun.objects.update(state="running", moved_at=long_ago)
    run.refresh_from_db()

    assert run.can_be_changed
    assert actions.start(run)


def test_copies_of_files_are_forgotten_after_a_month(admin):
    run = prepared(admin)
    path = run.path
    assert actions.forget_old_files(days=30) == 0

    ImportRun.objects.update(created_at=timezone.now() - datetime.timedelta(days=31))

    assert actions.forget_old_files(days=30) == 1
    assert not path.exists()
    assert admin.get(reverse("import_run", args=[run.pk])).status_code == 200


def test_the_copy_of_a_file_has_no_address(admin):
    run = prepared(admin)

    assert admin.get(f"/media/{run.file.name}", follow=True).status_code == 404
    assert settings.MEDIA_ROOT not in run.path.parents


def test_the_columns_can_be_taken_away_as_a_file(admin):
    run = prepared(admin)

    answer = admin.get(reverse("import_profile", args=[run.pk]))

    assert 'name = ["nom"]' in answer.content.decode()


def test_a_workbook_is_imported_from_the_admin_whatever_its_copy_is_called(
    admin, django_capture_on_commit_callbacks
):
    book = openpyxl.Workbook()
    for line in (["Nom", "Ville"], ["La Fabrique", "Lille"], ["La Mare", "Paris"]):
        book.active.append(line)
    content = io.BytesIO()
    book.save(content)

    send(admin, content.getvalue(), "lieux.xlsx")
    run = ImportRun.objects.get()
    admin.post(
        reverse("import_columns", args=[run.pk]), {"column-0": "name", "column-1": "commune"}
    )
    begin(admin, run, django_capture_on_commit_callbacks)

    assert (run.state, run.report["created"], run.report["located"]) == ("done", 2, 2)


@pytest.mark.parametrize(
    ("is_conforming", "among"),
    [(True, "/dynamiques/?vue=carte"), (False, "/dynamiques/?cercle=tous&vue=carte")],
)
def test_the_end_of_an_import_leads_to_the_map_of_its_circle(is_conforming, among):
    run = ImportRun(source="Une carte", options={"is_conforming": is_conforming})

    assert presentation.places(run)["among"] == among
