"""The members of a dynamic edit its record, and say once a year that it is still true."""

import datetime
import re

import pytest

from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from dynamics.directory.models import Dynamic, Membership
from dynamics.directory.tasks import ask_freshness
from dynamics.directory.upkeep import freshness
from tests.dynamics.directory.upkeep.typed import as_it_stands
from tests.factories import make_commune, make_dynamic, make_user

pytestmark = pytest.mark.django_db
EDIT = "/dynamiques/le-fil/modifier/"


@pytest.fixture
def dynamic(directory):
    return make_dynamic("Le fil", commune=make_commune())


@pytest.fixture
def jeanne(dynamic):
    user = make_user("jeanne@exemple.fr")
    Membership.objects.create(dynamic=dynamic, user=user)
    return user


@pytest.fixture
def ask(django_capture_on_commit_callbacks):
    def asked():
        with django_capture_on_commit_callbacks(execute=True):
            return ask_freshness()

    return asked


def link():
    """The address of the one button, as it stands in the last letter."""
    return re.search(r"http://testserver(/dynamiques/toujours-exact/\S+)", mail.outbox[-1].body)[1]


def test_a_member_publishes_a_correction_at_once(client, dynamic, jeanne):
    client.force_login(jeanne)

    response = client.post(EDIT, as_it_stands(dynamic, summary="Le nouveau."), follow=True)

    dynamic.refresh_from_db()
    assert dynamic.summary == "Le nouveau."
    assert dynamic.verified_at is None
    assert dynamic.latest_revision.user == jeanne
    assert "Votre fiche est à jour" in response.content.decode()


def test_a_member_may_say_in_the_same_breath_that_the_rest_is_true(client, dynamic, jeanne):
    client.force_login(jeanne)

    client.post(EDIT, as_it_stands(dynamic, is_verified="on"))

    dynamic.refresh_from_db()
    assert dynamic.verified_at == timezone.localdate()


def test_who_is_not_a_member_edits_nothing(client, dynamic, jeanne):
    assert client.get(EDIT)["Location"].startswith("/admin/login/?next=")

    client.force_login(make_user("autre@exemple.fr"))

    assert client.get(EDIT).status_code == 403
    assert client.post(EDIT, as_it_stands(dynamic, summary="Pirate.")).status_code == 403
    assert Dynamic.objects.get().summary != "Pirate."


def test_a_member_who_wants_to_correct_is_led_to_edit(client, dynamic, jeanne):
    client.force_login(jeanne)

    assert client.get("/dynamiques/le-fil/corriger/")["Location"] == EDIT


def test_members_are_asked_once_a_year(dynamic, jeanne, ask):
    assert ask() == 1
    assert ask() == 0
    assert [letter.to for letter in mail.outbox] == [["jeanne@exemple.fr"]]

    Dynamic.objects.update(freshness_asked_at=timezone.localdate() - datetime.timedelta(days=364))
    assert ask() == 0
    Dynamic.objects.update(freshness_asked_at=timezone.localdate() - datetime.timedelta(days=366))
    assert ask() == 1


@pytest.mark.parametrize(
    "why",
    ["verified lately", "nobody left", "closed account", "draft"],
)
def test_nobody_is_asked_for_nothing(dynamic, jeanne, ask, why):
    if why == "verified lately":
        Dynamic.objects.update(verified_at=timezone.localdate())
    elif why == "nobody left":
        Membership.objects.all().delete()
    elif why == "closed account":
        type(jeanne).objects.update(is_active=False)
    else:
        dynamic.unpublish()

    assert ask() == 0
    assert mail.outbox == []


def test_the_command_says_how_many_records_it_asked_about(dynamic, jeanne, capsys):
    call_command("ask_freshness")

    assert "1 records" in capsys.readouterr().out


def test_an_older_version_published_again_asks_nobody_twice(dynamic, jeanne, ask):
    ask()

    dynamic.refresh_from_db()
    dynamic.revisions.first().publish()

    assert Dynamic.objects.get().freshness_asked_at == timezone.localdate()


def test_opening_the_link_changes_nothing_for_scanners_open_links(client, dynamic, jeanne, ask):
    ask()

    for method in (client.get, client.head):
        assert method(link()).status_code == 200

    assert Dynamic.objects.get().verified_at is None
    assert client.get(link()).content.decode().count("<button") >= 1


def test_the_one_button_confirms_and_pressing_it_twice_is_harmless(client, dynamic, jeanne, ask):
    ask()
    before = dynamic.revisions.count()

    first = client.post(link())
    second = client.post(link())

    assert first.status_code == second.status_code == 200
    dynamic.refresh_from_db()
    assert dynamic.verified_at == timezone.localdate()
    assert dynamic.revisions.count() == before + 1
    assert dynamic.latest_revision.user == jeanne


def test_a_forged_an_old_or_an_orphan_link_says_so(client, dynamic, jeanne, ask, monkeypatch):
    ask()
    address = link()

    assert client.post(address[:-3] + "xx/").status_code == 410
    monkeypatch.setattr(freshness, "LINK_LASTS", datetime.timedelta(seconds=-1))
    assert client.post(address).status_code == 410
    monkeypatch.undo()
    Membership.objects.all().delete()
    assert client.post(address).status_code == 410
    assert Dynamic.objects.get().verified_at is None


def test_the_letter_says_what_for_in_both_its_forms(dynamic, jeanne, ask):
    ask()

    letter = mail.outbox[0]
    page, kind = letter.alternatives[0]
    assert "toujours exacte" in letter.subject
    assert kind == "text/html"
    assert "C’est toujours exact" in page
    assert "C’est toujours exact" in letter.body
    assert "/dynamiques/le-fil/modifier/" in letter.body
    assert "jeanne" not in letter.body


def test_the_age_of_a_record_is_shown(client, dynamic):
    assert "jamais vérifiée" in client.get("/dynamiques/le-fil/").content.decode()

    Dynamic.objects.update(verified_at=timezone.localdate() - datetime.timedelta(days=100))

    assert "vérifiée il y a 3" in client.get("/dynamiques/le-fil/").content.decode()


def test_an_animator_names_a_member_by_the_address_of_the_account(client, animator, dynamic):
    user = make_user("paul@exemple.fr")
    client.force_login(animator)

    address = "/admin/snippets/directory/membership/add/"
    client.post(address, {"dynamic": dynamic.pk, "user": "paul@exemple.fr"})

    assert Membership.objects.get().user == user


def test_members_find_their_records_among_their_data(client, member):
    dynamic = make_dynamic("Le fil")
    Membership.objects.create(dynamic=dynamic, user=member)
    client.force_login(member)

    page = client.get("/contributions/mes-donnees/").content.decode()

    assert 'href="/dynamiques/le-fil/modifier/"' in page
    assert member.email in page
