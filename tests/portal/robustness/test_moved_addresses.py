"""An address that was published goes on leading somewhere, whatever becomes of its name."""

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from django.db.models import Model
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from portal.core.publishing import publish
from tests.factories import (
    make_dynamic,
    make_method,
    make_monograph,
    make_page,
    make_proposal,
    make_term,
)

pytestmark = pytest.mark.django_db

MAKERS = {
    "term": (make_term, "/glossaire/"),
    "dynamic": (make_dynamic, "/dynamiques/"),
    "method": (make_method, "/outils/"),
    "monograph": (lambda name: make_monograph(make_dynamic(name)), "/dynamiques/"),
    "page": (make_page, "/"),
}
RECORDS = ("term", "dynamic")


@pytest.fixture
def rename(home: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks):
    """Publish something under another address."""

    def renamed(thing: Model, slug: str) -> None:
        thing.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            thing.save_revision().publish()
        thing.refresh_from_db()

    return renamed


def leads_to(client: Client, address: str) -> str:
    """Follow the one permanent redirect of an address."""
    response = client.get(address)
    assert response.status_code == 301, address
    return response["Location"]


@pytest.mark.parametrize("kind", MAKERS)
def test_an_old_address_leads_to_the_new_one_for_good(client, rename, kind):
    make, place = MAKERS[kind]
    thing = make("Ancien nom")

    rename(thing, "nouveau-nom")

    assert leads_to(client, f"{place}ancien-nom/") == f"{place}nouveau-nom/"
    assert client.get(f"{place}nouveau-nom/").status_code == 200


@pytest.mark.parametrize("kind", MAKERS)
def test_an_address_that_moved_several_times_and_came_back_still_leads_there(client, rename, kind):
    make, place = MAKERS[kind]
    thing = make("Un")

    for slug in ("deux", "un", "trois"):
        rename(thing, slug)

    assert client.get(f"{place}trois/").status_code == 200
    assert leads_to(client, f"{place}un/") == f"{place}trois/"
    assert leads_to(client, f"{place}deux/") == f"{place}trois/"


@pytest.mark.parametrize("kind", RECORDS)
def test_an_address_taken_back_shows_what_is_there(client, rename, kind):
    make, place = MAKERS[kind]
    thing = make("Un")
    rename(thing, "deux")

    rename(thing, "un")

    assert client.get(f"{place}un/").status_code == 200
    assert leads_to(client, f"{place}deux/") == f"{place}un/"


@pytest.mark.parametrize("kind", RECORDS)
def test_a_new_address_in_a_draft_moves_nothing_yet(client, home, kind):
    make, place = MAKERS[kind]
    thing = make("Un")

    thing.slug = "deux"
    thing.save_revision()

    assert not Redirect.objects.exists()
    assert client.get(f"{place}un/").status_code == 200
    assert client.get(f"{place}deux/").status_code == 404


@pytest.mark.parametrize("kind", RECORDS)
def test_what_nobody_ever_read_leaves_no_address_behind(client, home, kind):
    make, place = MAKERS[kind]
    thing = make("Secret", live=False)

    thing.slug = "public"
    publish(thing)

    assert not Redirect.objects.exists()
    assert client.get(f"{place}secret/").status_code == 404


def test_what_has_no_page_of_its_own_leaves_no_redirect(home):
    proposal = make_proposal("Un")

    proposal.slug = "deux"
    publish(proposal)

    assert not Redirect.objects.exists()


def test_a_query_goes_along(client, rename):
    term = make_term("Un")
    rename(term, "deux")

    assert leads_to(client, "/glossaire/un/?depuis=lettre") == "/glossaire/deux/"
