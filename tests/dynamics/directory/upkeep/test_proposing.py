"""Anyone proposes a record, with no account; an animator judges it."""

import pytest

from django.core import mail

from dynamics.directory.models import Dynamic, DynamicType
from portal.contributions import throttling
from portal.contributions.models import Contribution
from portal.vocabulary.models import Theme
from tests.dynamics.directory.upkeep.typed import as_it_stands, record
from tests.factories import make_commune, make_department, make_dynamic, make_entry

pytestmark = pytest.mark.django_db
PROPOSE = "/dynamiques/proposer/"
MONSTERS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{% load x %}",
    "javascript:alert(1)",
    "</textarea><svg/onload=alert(1)>",
)


@pytest.fixture(autouse=True)
def ground(directory):
    make_entry(DynamicType, "ptce")
    make_entry(Theme, "cooperation")
    make_commune()


@pytest.fixture
def judged(client, animator, django_capture_on_commit_callbacks):
    """Judge the one contribution as an animator."""

    def judge(**decision):
        client.force_login(animator)
        contribution = Contribution.objects.get()
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(f"/admin/contributions/{contribution.pk}/", decision)
        assert response.status_code == 302
        contribution.refresh_from_db()
        return contribution

    return judge


def text(response):
    return " ".join(response.content.decode().split())


def test_the_directory_and_every_page_lead_to_the_forms(client):
    make_dynamic("Le fil")

    assert PROPOSE in text(client.get("/dynamiques/"))
    assert "/dynamiques/le-fil/corriger/" in text(client.get("/dynamiques/le-fil/"))


def test_a_proposal_shows_nowhere_until_it_is_judged(client):
    response = client.post(PROPOSE, record())

    assert response["Location"] == "/contributions/merci/"
    assert "bien arrivé" in text(client.get(response["Location"]))
    assert not Dynamic.objects.exists()
    contribution = Contribution.objects.get()
    assert contribution.title == "La Laine du Causse"
    assert contribution.payload["commune"] == "46102"


def test_an_accepted_proposal_is_a_public_record_with_its_history(client, judged, animator):
    client.post(PROPOSE, record(themes=["cooperation"], number="732 829 320", credit="Jeanne"))

    contribution = judged(publish="")

    dynamic = Dynamic.objects.get()
    assert contribution.target == str(dynamic.pk)
    assert (dynamic.live, dynamic.slug, dynamic.commune_id) == (
        True,
        "la-laine-du-causse",
        "46102",
    )
    assert dynamic.identifiers.get().value == "732829320"
    assert dynamic.latest_revision.user == animator
    page = text(client.get(dynamic.get_absolute_url()))
    assert "Merci à Jeanne" in page


def test_a_proposal_may_be_accepted_as_a_draft(client, judged):
    client.post(PROPOSE, record())

    judged(draft="")

    assert not Dynamic.objects.get().live


def test_two_records_of_the_same_name_have_two_addresses(client, judged):
    make_dynamic("La Laine du Causse")
    client.post(PROPOSE, record())

    judged(publish="")

    assert Dynamic.objects.filter(slug="la-laine-du-causse-2").exists()


def test_a_name_that_several_communes_have_is_asked_about(client):
    make_commune("93066", "Saint-Denis", department=make_department("93", "Seine-Saint-Denis"))
    make_commune("97411", "Saint-Denis", department=make_department("974", "La Réunion"))

    asked = text(client.post(PROPOSE, record(place="Saint-Denis")))

    assert "Plusieurs communes s’appellent ainsi" in asked
    assert "Saint-Denis (La Réunion)" in asked
    assert "La Laine du Causse" in asked
    assert not Contribution.objects.exists()

    client.post(PROPOSE, record(place="Saint-Denis", commune="97411"))

    assert Contribution.objects.get().payload["commune"] == "97411"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"name": ""}, "Champ requis"),
        ({"place": "Nulle-Part-les-Bains"}, "Nous ne connaissons pas de commune"),
        ({"number": "732 829 321"}, "vérifiez ses chiffres"),
        ({"website": "pas une adresse"}, "URL"),
        ({"created_year": "12"}, "1800"),
        ({"type": "inconnu"}, "choix"),
        ({"email": "jeanne@exemple.fr"}, "Cochez cette case"),
        ({"summary": "a" * 401}, "400"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client, typed, says):
    page = text(client.post(PROPOSE, record(**{"note": "Mon explication"} | typed)))

    assert says in page
    assert "Mon explication" in page
    assert not Contribution.objects.exists()


def test_a_robot_that_fills_in_the_trap_is_thanked_and_forgotten(client):
    response = client.post(PROPOSE, record(leave_empty="http://spam.example"))

    assert response.status_code == 302
    assert not Contribution.objects.exists()


def test_too_many_from_one_place_wait_and_lose_nothing(client, monkeypatch):
    monkeypatch.setattr(throttling, "FROM_ONE_PLACE", 1)
    client.post(PROPOSE, record())

    response = client.post(PROPOSE, record(name="La suivante"))

    assert response.status_code == 429
    assert "La suivante" in text(response)
    assert Contribution.objects.count() == 1
    elsewhere = client.post(PROPOSE, record(), headers={"X-Forwarded-For": "203.0.113.9"})
    assert elsewhere.status_code == 302


def test_nobody_can_send_a_form_from_another_site(client):
    client.handler.enforce_csrf_checks = True

    assert client.post(PROPOSE, record()).status_code == 403


@pytest.mark.parametrize("monster", MONSTERS)
def test_whatever_is_typed_stays_text(client, animator, monster):
    page = client.post(PROPOSE, record(name=monster, place="?", note=monster)).content.decode()
    assert monster not in page.replace("{{ 7*7 }}{% load x %}", "") or "<" not in monster

    client.post(PROPOSE, record(name=monster, note=monster, credit=monster))
    client.force_login(animator)
    judging = client.get(f"/admin/contributions/{Contribution.objects.get().pk}/")
    assert "<script>alert(1)" not in judging.content.decode()
    assert "<img src=x" not in judging.content.decode()
    assert "<svg/onload" not in judging.content.decode()


def test_a_correction_keeps_only_what_changes(client):
    dynamic = make_dynamic("Le fil", commune=make_commune())

    client.post("/dynamiques/le-fil/corriger/", as_it_stands(dynamic, summary="Un autre résumé."))

    contribution = Contribution.objects.get()
    assert contribution.payload == {"summary": "Un autre résumé."}
    assert contribution.target == str(dynamic.pk)


def test_a_correction_that_changes_nothing_says_so(client):
    dynamic = make_dynamic("Le fil", commune=make_commune())

    page = text(client.post("/dynamiques/le-fil/corriger/", as_it_stands(dynamic)))

    assert "Vous n’avez rien changé" in page


def test_the_judge_sees_both_versions_and_the_record_takes_the_new_one(client, judged, animator):
    dynamic = make_dynamic("Le fil", summary="L’ancien.", commune=make_commune())
    client.post("/dynamiques/le-fil/corriger/", as_it_stands(dynamic, summary="Le nouveau."))
    client.force_login(animator)
    page = text(client.get(f"/admin/contributions/{Contribution.objects.get().pk}/"))
    assert "L’ancien." in page
    assert "Le nouveau." in page

    judged(publish="")

    dynamic.refresh_from_db()
    assert dynamic.summary == "Le nouveau."
    assert dynamic.revisions.count() == 2


def test_a_draft_under_way_is_neither_published_nor_lost(client, judged):
    dynamic = make_dynamic("Le fil", commune=make_commune())
    dynamic.full_name = "Un nom que l’éditrice n’a pas fini d’écrire"
    dynamic.save_revision()
    stands = Dynamic.objects.get(pk=dynamic.pk)
    client.post("/dynamiques/le-fil/corriger/", as_it_stands(stands, summary="Le nouveau."))

    judged(publish="")

    public = Dynamic.objects.get(pk=dynamic.pk)
    draft = public.get_latest_revision_as_object()
    assert (public.summary, public.full_name) == ("Le nouveau.", "")
    assert (draft.summary, draft.full_name) == ("Le nouveau.", dynamic.full_name)
    assert public.has_unpublished_changes


def test_a_record_known_by_its_departement_keeps_its_place(client, judged):
    dynamic = make_dynamic("Le fil", place_label="Tout le Lot", department=make_department())

    client.post("/dynamiques/le-fil/corriger/", as_it_stands(dynamic, summary="Le nouveau."))
    judged(publish="")

    dynamic.refresh_from_db()
    assert (dynamic.place_label, dynamic.department_id) == ("Tout le Lot", "46")


def test_the_author_is_told_then_the_address_is_erased(client, judged):
    client.post(PROPOSE, record(email="jeanne@exemple.fr", consent="on"))
    assert Contribution.objects.get().consented_at

    contribution = judged(publish="")

    letter = mail.outbox[0]
    assert letter.to == ["jeanne@exemple.fr"]
    assert "La Laine du Causse" in letter.subject
    assert "http://testserver/dynamiques/la-laine-du-causse/" in letter.body
    assert "acceptée" in letter.alternatives[0][0] or "accepté" in letter.alternatives[0][0]
    assert (contribution.email, contribution.consented_at) == ("", None)


def test_a_refusal_gives_its_reason_to_the_author(client, judged):
    client.post(PROPOSE, record(email="jeanne@exemple.fr", consent="on"))

    contribution = judged(refuse="", reason="Cette dynamique existe déjà.")

    assert contribution.state == "refused"
    assert "Cette dynamique existe déjà." in mail.outbox[0].body
    assert not Dynamic.objects.exists()


def test_a_refusal_without_a_reason_is_asked_for_one(client, animator):
    client.post(PROPOSE, record())
    client.force_login(animator)
    contribution = Contribution.objects.get()

    page = client.post(f"/admin/contributions/{contribution.pk}/", {"refuse": "", "reason": ""})

    assert page.status_code == 200
    contribution.refresh_from_db()
    assert contribution.is_waiting


def test_a_correction_of_a_record_that_is_gone_is_said(client, animator):
    dynamic = make_dynamic("Le fil", commune=make_commune())
    client.post("/dynamiques/le-fil/corriger/", as_it_stands(dynamic, summary="Le nouveau."))
    dynamic.delete()
    client.force_login(animator)

    page = client.post(f"/admin/contributions/{Contribution.objects.get().pk}/", {"publish": ""})

    assert "n’existe plus" in text(page)
    assert Contribution.objects.get().is_waiting


def test_the_open_data_hold_nothing_of_who_contributed(client, judged):
    client.post(PROPOSE, record(email="jeanne@exemple.fr", consent="on", note="Secret"))
    judged(publish="")

    data = client.get("/api/v1/dynamics").content.decode()

    assert "jeanne" not in data
    assert "Secret" not in data
