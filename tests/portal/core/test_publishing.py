"""Publishing, with its history."""

import pytest

from django.core.exceptions import PermissionDenied
from wagtail.models import ReferenceIndex

from portal.community.models import EditorialPage
from portal.core.publishing import publish, publish_page
from portal.glossary.models import Term
from tests.factories import make_page, make_term

pytestmark = pytest.mark.django_db


def test_a_new_record_is_published_as_one_revision():
    term = Term(name="Tiers-lieu", slug="tiers-lieu", definition="<p>Un lieu.</p>", live=False)

    publish(term)

    assert term.live
    assert Term.objects.published().get() == term
    assert term.revisions.count() == 1
    assert term.live_revision == term.latest_revision


def test_the_history_says_who_published(home, animator):
    term, page = make_term(), make_page()

    publish(term, by=animator)
    publish_page(page, under=home, by=animator)

    assert term.latest_revision.user == animator
    assert page.latest_revision.user == animator


def test_nobody_publishes_without_the_right_to(home, editor):
    term, page = make_term(), make_page()

    with pytest.raises(PermissionDenied):
        publish(term, by=editor)
    with pytest.raises(PermissionDenied):
        publish_page(page, under=home, by=editor)

    assert (term.revisions.count(), page.revisions.count()) == (1, 1)


def test_a_correction_is_one_more_revision_at_the_same_address(home):
    page = make_page("La charte")

    page.title = "La charte, version 2"
    publish_page(page, under=home)

    found = EditorialPage.objects.get()
    assert (found.pk, found.title, found.get_url()) == (
        page.pk,
        "La charte, version 2",
        "/la-charte/",
    )
    assert found.revisions.count() == 2


def test_a_draft_leaves_what_the_public_reads():
    term = make_term("Tiers-lieu")

    term.name = "Tiers lieux"
    term.save_revision()

    assert Term.objects.get().name == "Tiers-lieu"
    assert Term.objects.get().has_unpublished_changes


def test_what_a_page_refers_to_is_noted(home):
    other = make_page("Autre")
    page = make_page(body=[("paragraph", f'<p><a linktype="page" id="{other.pk}">x</a></p>')])

    publish_page(page, under=home)

    referring = [reference.object_id for reference in ReferenceIndex.get_references_to(other)]
    assert referring == [str(page.pk)]
