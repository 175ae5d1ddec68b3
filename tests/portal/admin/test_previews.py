"""What an editor sees before anybody else does."""

import pytest

from django.urls import reverse

from dynamics.directory.models import DynamicCitation
from dynamics.monographs.models import SectionSource
from tests.factories import (
    make_dynamic,
    make_method,
    make_monograph,
    make_page,
    make_proposal,
    make_source,
    make_term,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("make", [make_method, make_monograph, make_page])
def test_the_draft_of_a_page_can_be_seen(client, editor, make):
    page = make(live=False)
    client.force_login(editor)
    revision = page.latest_revision

    response = client.get(reverse("wagtailadmin_pages:revisions_view", args=[page.pk, revision.pk]))

    assert response.status_code == 200
    assert page.title in response.content.decode()


@pytest.mark.parametrize("make", [make_dynamic, make_term, make_proposal])
def test_the_draft_of_a_record_can_be_seen(client, editor, make):
    record = make("Un nom à voir", live=False)
    client.force_login(editor)
    revision = record.save_revision(user=editor)
    name = record.snippet_viewset.get_url_name("revisions_view")

    response = client.get(reverse(name, args=[record.pk, revision.pk]))

    assert response.status_code == 200
    assert "Un nom à voir" in response.content.decode()


def test_the_draft_of_a_monograph_shows_the_sources_it_will_have(client, editor):
    dynamic = make_dynamic(citations=[DynamicCitation(source=make_source("etude"))])
    monograph = make_monograph(dynamic, spring=[("paragraph", "<p>Au début.</p>")])
    monograph.section_sources = [SectionSource(source=make_source("rapport"), section="spring")]
    revision = monograph.save_revision(user=editor)
    client.force_login(editor)

    html = client.get(
        reverse("wagtailadmin_pages:revisions_view", args=[monograph.pk, revision.pk])
    ).content.decode()

    assert "Document rapport" in html
    assert "Document etude" in html
