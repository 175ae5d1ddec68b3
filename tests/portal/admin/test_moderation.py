"""Members propose, editors correct, animators publish: all through the forms of the admin."""

import pytest

from django.urls import reverse
from wagtail.models import Page

from dynamics.directory.models import Dynamic
from portal.glossary.models import Term
from portal.proposals.models import Proposal
from tests.factories import make_dynamic, make_method, make_monograph, make_term
from tests.portal.admin.forms import (
    dynamic_form,
    method_form,
    monograph_form,
    proposal_form,
    term_form,
)
from toolbox.models import MethodPage

pytestmark = pytest.mark.django_db
SUBMIT = {"action-submit": "1"}
PUBLISH = {"action-publish": "1"}


def approve_page(client, page):
    task = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])
    return client.post(url, {"comment": "Merci !"})


def approve_record(client, record):
    task = record.current_workflow_task_state
    name = record.snippet_viewset.get_url_name("workflow_action")
    return client.post(reverse(name, args=[record.pk, "approve", task.pk]), {"comment": ""})


def propose_method(client, referential, **action):
    url = reverse("wagtailadmin_pages:add", args=("toolbox", "methodpage", referential.pk))
    return client.post(url, method_form("Débat mouvant") | action)


def test_a_member_proposes_a_method_and_an_animator_publishes_it(
    client, member, animator, referential
):
    client.force_login(member)
    propose_method(client, referential, **SUBMIT)
    method = MethodPage.objects.get(title="Débat mouvant")
    assert not method.live
    assert method.slug == "debat-mouvant"
    assert method.workflow_in_progress

    client.force_login(animator)
    assert method.title in client.get(reverse("wagtailadmin_home")).content.decode()
    approve_page(client, method)

    method.refresh_from_db()
    assert method.live
    assert method.owner == member


def test_a_member_cannot_publish_even_by_asking_for_it(client, member, referential):
    client.force_login(member)

    propose_method(client, referential, **PUBLISH)

    assert not MethodPage.objects.filter(live=True).exists()


def test_a_member_cannot_approve_what_was_proposed(client, member, referential):
    client.force_login(member)
    propose_method(client, referential, **SUBMIT)
    method = MethodPage.objects.get()

    approve_page(client, method)

    method.refresh_from_db()
    assert not method.live


def test_a_member_changes_neither_the_methods_of_others_nor_other_pages(client, member, home):
    method = make_method("Forum ouvert")
    client.force_login(member)

    for page in (method, home):
        response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert response.status_code == 302


def test_a_member_adds_no_page_elsewhere(client, member, directory):
    client.force_login(member)
    url = reverse("wagtailadmin_pages:add", args=("monographs", "monographpage", directory.pk))

    assert client.get(url).status_code == 302


def test_a_member_improves_the_proposal_before_it_is_published(client, member, referential):
    client.force_login(member)
    propose_method(client, referential)
    method = MethodPage.objects.get()

    url = reverse("wagtailadmin_pages:edit", args=[method.pk])
    client.post(url, method_form("Débat mouvant, en plein air", slug=method.slug) | SUBMIT)

    method.refresh_from_db()
    assert method.get_latest_revision_as_object().title == "Débat mouvant, en plein air"
    assert method.workflow_in_progress


def test_an_editor_corrects_a_monograph_and_an_animator_publishes_it(client, editor, animator):
    monograph = make_monograph(make_dynamic("Eusko"))
    url = reverse("wagtailadmin_pages:edit", args=[monograph.pk])

    client.force_login(editor)
    client.post(url, monograph_form(monograph.dynamic.pk, "Eusko, monnaie basque") | SUBMIT)
    monograph.refresh_from_db()
    assert monograph.title == "Eusko"
    assert monograph.workflow_in_progress

    client.force_login(animator)
    approve_page(client, monograph)

    monograph.refresh_from_db()
    assert monograph.title == "Eusko, monnaie basque"
    assert not monograph.has_unpublished_changes


def test_an_editor_does_not_publish_a_monograph(client, editor):
    monograph = make_monograph(make_dynamic("Eusko"))
    url = reverse("wagtailadmin_pages:edit", args=[monograph.pk])
    client.force_login(editor)

    client.post(url, monograph_form(monograph.dynamic.pk, "Autre titre") | PUBLISH)
    client.post(reverse("wagtailadmin_pages:unpublish", args=[monograph.pk]))

    page = Page.objects.get(pk=monograph.pk)
    assert (page.title, page.live) == ("Eusko", True)


RECORDS = {
    "dynamic": (
        make_dynamic,
        lambda record: dynamic_form("Nouveau nom", record.type.pk, slug=record.slug),
        "name",
    ),
    "term": (make_term, lambda record: term_form("Nouveau nom", slug=record.slug), "name"),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_an_editor_corrects_a_record_and_an_animator_publishes_it(client, editor, animator, kind):
    make, form, field = RECORDS[kind]
    record = make("Ancien nom")
    url = reverse(record.snippet_viewset.get_url_name("edit"), args=[record.pk])

    client.force_login(editor)
    client.post(url, form(record) | SUBMIT)
    record.refresh_from_db()
    assert getattr(record, field) == "Ancien nom"
    assert record.workflow_in_progress

    client.force_login(animator)
    approve_record(client, record)

    record.refresh_from_db()
    assert getattr(record, field) == "Nouveau nom"
    assert record.live


@pytest.mark.parametrize("kind", RECORDS)
def test_an_editor_does_not_publish_a_record(client, editor, kind):
    make, form, field = RECORDS[kind]
    record = make("Ancien nom")
    name = record.snippet_viewset.get_url_name
    client.force_login(editor)

    client.post(reverse(name("edit"), args=[record.pk]), form(record) | PUBLISH)
    client.post(reverse(name("unpublish"), args=[record.pk]))
    client.post(reverse(name("delete"), args=[record.pk]))

    record.refresh_from_db()
    assert getattr(record, field) == "Ancien nom"
    assert record.live


def test_an_editor_writes_a_proposition_that_waits_for_an_animator(client, editor, animator):
    client.force_login(editor)
    url = reverse("wagtailsnippets_proposals_proposal:add")
    client.post(url, proposal_form("Financer l’animation") | SUBMIT)
    proposal = Proposal.objects.get()
    assert (proposal.slug, proposal.live) == ("financer-l-animation", False)

    client.force_login(animator)
    approve_record(client, proposal)

    proposal.refresh_from_db()
    assert proposal.live


def test_an_animator_may_ask_for_changes_instead(client, editor, animator):
    term = make_term("Commun")
    client.force_login(editor)
    url = reverse("wagtailsnippets_glossary_term:edit", args=[term.pk])
    client.post(url, term_form("Communs", slug=term.slug) | SUBMIT)
    term.refresh_from_db()

    client.force_login(animator)
    task = term.current_workflow_task_state
    name = "wagtailsnippets_glossary_term:workflow_action"
    client.post(reverse(name, args=[term.pk, "reject", task.pk]), {"comment": "Au singulier."})

    term.refresh_from_db()
    assert term.name == "Commun"
    assert term.current_workflow_state.status == "needs_changes"


def test_a_new_record_is_nowhere_until_it_is_approved(client, editor):
    type_ = make_dynamic("Autre").type
    client.force_login(editor)

    client.post(
        reverse("wagtailsnippets_directory_dynamic:add"), dynamic_form("Eusko", type_.pk) | SUBMIT
    )

    assert not Dynamic.objects.published().filter(name="Eusko").exists()
    assert client.get("/api/v1/dynamics/eusko").status_code == 404


def test_an_animator_publishes_at_once(client, animator):
    client.force_login(animator)

    client.post(reverse("wagtailsnippets_glossary_term:add"), term_form("Commun") | PUBLISH)

    assert Term.objects.published().get().slug == "commun"
