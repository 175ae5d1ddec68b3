"""What was public and is not there any more says so, at its address and to those who copied it."""

import datetime

import pytest

from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from dynamics.directory.upkeep import merging
from dynamics.network import actions
from dynamics.network.datasets import every_tie
from portal.core.models import Departure
from tests.factories import make_dynamic, make_method, make_term, make_tie, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


@pytest.fixture
def yesterday():
    moment = timezone.now() - datetime.timedelta(days=1)
    return f"updated_since={moment.strftime('%Y-%m-%dT%H:%M:%SZ')}"


def unpublished(thing):
    thing.unpublish()


def deleted(thing):
    thing.delete()


WITHDRAWALS = (unpublished, deleted)


@pytest.mark.parametrize("withdraw", WITHDRAWALS)
def test_a_method_that_is_withdrawn_says_so_everywhere(client, yesterday, withdraw):
    method = make_method("Forum ouvert")
    kept = client.get(f"/api/v1/methods?{yesterday}")["ETag"]

    withdraw(method)

    answer = client.get(f"/api/v1/methods?{yesterday}", headers={"If-None-Match": kept})
    assert answer.status_code == 200
    [gone] = answer.json()["deleted"]
    assert gone["slug"] == "forum-ouvert"
    assert gone["reason"] == "withdrawn"
    assert gone["url"] == "http://testserver/outils/forum-ouvert/"
    assert client.get("/api/v1/methods/deleted").json()["items"] == [gone]
    for address in ("/api/v1/methods/forum-ouvert", "/api/v1/methods/forum-ouvert.jsonld"):
        assert client.get(address).status_code == 410
    page = client.get("/outils/forum-ouvert/")
    assert page.status_code == 410
    assert "a été retirée" in page.content.decode()


@pytest.mark.parametrize("withdraw", WITHDRAWALS)
def test_a_term_that_is_withdrawn_says_so_everywhere(client, yesterday, withdraw):
    withdraw(make_term("Mutualisation"))

    [gone] = client.get(f"/api/v1/terms?{yesterday}").json()["deleted"]
    assert gone["slug"] == "mutualisation"
    assert client.get("/api/v1/terms/deleted").json()["items"] == [gone]
    for address in ("/api/v1/terms/mutualisation", "/api/v1/terms/mutualisation.jsonld"):
        refusal = client.get(address)
        assert refusal.status_code == 410
        assert "« Mutualisation » a été retiré" in refusal.json()["detail"]
    assert client.get("/glossaire/mutualisation/").status_code == 410


def test_what_is_published_again_has_not_left(client, yesterday):
    term = make_term("Mutualisation")
    term.unpublish()

    term.save_revision().publish()

    assert client.get(f"/api/v1/terms?{yesterday}").json()["deleted"] == []
    assert client.get("/api/v1/terms/mutualisation").status_code == 200


def test_what_nobody_could_read_does_not_leave(client):
    term = make_term("Brouillon")
    term.live, term.first_published_at = False, None
    term.save()

    term.delete()

    assert client.get("/api/v1/terms/deleted").json()["items"] == []
    assert client.get("/glossaire/brouillon/").status_code == 404


def test_a_method_that_only_members_may_read_has_left_the_open_data(client, yesterday):
    method = make_method("Forum ouvert")

    PageViewRestriction.objects.create(page=method, restriction_type="login")

    [gone] = client.get(f"/api/v1/methods?{yesterday}").json()["deleted"]
    assert gone["slug"] == "forum-ouvert"


def test_an_editor_may_lead_elsewhere_from_what_was_withdrawn(client):
    make_method("Forum ouvert").delete()
    make_method("Débat mouvant")
    Redirect.add_redirect("/outils/forum-ouvert/", "/outils/debat-mouvant/")

    assert client.get("/outils/forum-ouvert/")["Location"] == "/outils/debat-mouvant/"


def test_departures_come_page_after_page(client):
    for name in ("Un", "Deux", "Trois"):
        make_term(name).delete()

    first = client.get("/api/v1/terms/deleted?limit=2").json()
    rest = client.get(f"/api/v1/terms/deleted?limit=2&cursor={first['next_cursor']}").json()

    slugs = [each["slug"] for each in first["items"] + rest["items"]]
    assert (slugs, rest["next_cursor"], first["total"]) == (["un", "deux", "trois"], None, 3)


def gone_ties(client, since):
    return [each["id"] for each in client.get(f"/api/v1/ties?{since}").json()["deleted"]]


def test_a_tie_leaves_when_it_is_taken_back_refused_or_left_without_an_end(client, yesterday):
    animator = make_user(is_superuser=True)
    refused, ended, hidden, kept = (
        make_tie(make_dynamic(f"Une {n}"), make_dynamic(f"Autre {n}")) for n in range(4)
    )
    keys = [refused.pk, ended.pk, hidden.pk]

    actions.refuse(refused, by=animator)
    ended.source.delete()
    hidden.target.unpublish()

    assert sorted(gone_ties(client, yesterday)) == sorted(keys)
    assert [each["id"] for each in client.get("/api/v1/ties").json()["items"]] == [kept.pk]
    told = client.get("/api/v1/ties/deleted").json()
    assert told["total"] == 3
    assert set(told["items"][0]) == {"id", "gone_at"}


def test_a_tie_leaves_with_the_first_circle_and_comes_back_with_it(client, yesterday):
    tie = make_tie()
    tie.source.is_conforming = False
    tie.source.save_revision().publish()
    assert gone_ties(client, yesterday) == [tie.pk]

    tie.source.is_conforming = True
    tie.source.save_revision().publish()

    assert gone_ties(client, yesterday) == []


def test_a_tie_of_a_person_was_never_given_away(client):
    assert not Departure.objects.exists()
    make_tie().delete()

    assert Departure.objects.get().name == ""


RENAMED = {
    "dynamics": (make_dynamic, "/dynamiques/"),
    "methods": (make_method, "/outils/"),
    "terms": (make_term, "/glossaire/"),
}


def move(thing, slug):
    thing.slug = slug
    thing.save_revision().publish()


@pytest.mark.parametrize("name", RENAMED)
def test_what_moved_is_told_under_its_former_address_with_the_new_one(
    client, yesterday, name, django_capture_on_commit_callbacks
):
    make, folder = RENAMED[name]
    thing = make("Premier nom")
    with django_capture_on_commit_callbacks(execute=True):
        move(thing, "deuxieme")
        move(thing, "troisieme")

    listing = client.get(f"/api/v1/{name}?{yesterday}").json()

    assert [item["slug"] for item in listing["items"]] == ["troisieme"]
    told = [(gone["slug"], gone["reason"], gone["replaced_by"]) for gone in listing["deleted"]]
    assert told == [("premier-nom", "renamed", "troisieme"), ("deuxieme", "renamed", "troisieme")]
    assert client.get(f"/api/v1/{name}/deleted").json()["items"] == listing["deleted"]
    refusal = client.get(f"/api/v1/{name}/premier-nom")
    assert refusal.status_code == 410
    assert "troisieme" in refusal.json()["detail"]
    moved = client.get(f"{folder}premier-nom/")
    assert (moved.status_code, moved["Location"]) == (301, f"{folder}troisieme/")


@pytest.mark.parametrize("name", RENAMED)
def test_an_address_taken_again_has_not_left(client, name):
    make, _folder = RENAMED[name]
    thing = make("Premier nom")
    move(thing, "deuxieme")
    move(thing, "premier-nom")

    [gone] = client.get(f"/api/v1/{name}/deleted").json()["items"]

    assert (gone["slug"], gone["replaced_by"]) == ("deuxieme", "premier-nom")
    assert client.get(f"/api/v1/{name}/premier-nom").status_code == 200


def test_who_missed_a_merger_hears_of_it_after_what_replaced_is_deleted_too(client):
    animator = make_user(is_superuser=True)
    one, other, last = (make_dynamic(name) for name in ("Une", "Autre", "Dernière"))
    merging.merge(other, one, by=animator)
    merging.merge(last, other, by=animator)
    told = client.get("/api/v1/dynamics/deleted").json()["items"]
    assert {(gone["slug"], gone["replaced_by"]) for gone in told} == {
        ("une", "derniere"),
        ("autre", "derniere"),
    }

    last.delete()

    told = client.get("/api/v1/dynamics/deleted").json()["items"]
    assert {(gone["slug"], gone["reason"]) for gone in told} == {
        ("une", "withdrawn"),
        ("autre", "withdrawn"),
        ("derniere", "withdrawn"),
    }


def test_a_tie_is_told_again_when_one_of_its_ends_changes_its_name(client):
    tie = make_tie()
    since = {"updated_since": timezone.now().isoformat()}
    assert client.get("/api/v1/ties", since).json()["items"] == []

    tie.target.name = "Autre nom"
    tie.target.save_revision().publish()

    [told] = client.get("/api/v1/ties", since).json()["items"]
    assert told["object"]["name"] == "Autre nom"


def test_the_copy_of_the_night_holds_the_ties_that_the_list_holds(client):
    kept = make_tie()
    make_tie(make_dynamic("Hors charte", is_conforming=False))

    assert [tie["id"] for tie in every_tie("")] == [kept.pk]
