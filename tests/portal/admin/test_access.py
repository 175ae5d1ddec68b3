"""Every page of the editors' admin opens for those it is meant for, and for nobody else."""

import pytest

from django.db import IntegrityError
from django.urls import reverse
from wagtail.admin.icons import get_icons

from dynamics.directory.models import Dynamic
from portal.home import menu
from tests.factories import (
    make_dynamic,
    make_experience,
    make_method,
    make_monograph,
    make_proposal,
    make_term,
)
from tests.portal.admin.forms import dynamic_form
from toolbox.viewsets import MethodListing

pytestmark = pytest.mark.django_db
GROUPS = (menu.DirectoryGroup, menu.WordsGroup, menu.VocabulariesGroup)
RECORDS = [
    "wagtailsnippets_directory_dynamic",
    "wagtailsnippets_directory_experience",
    "wagtailsnippets_directory_dynamictype",
    "wagtailsnippets_directory_legalform",
    "wagtailsnippets_glossary_term",
    "wagtailsnippets_proposals_proposal",
    "wagtailsnippets_vocabulary_theme",
    "wagtailsnippets_vocabulary_phase",
    "wagtailsnippets_vocabulary_barrier",
    "wagtailsnippets_bibliography_source",
]
MAKERS = {
    "wagtailsnippets_directory_dynamic": make_dynamic,
    "wagtailsnippets_directory_experience": lambda: make_experience(make_method()),
    "wagtailsnippets_glossary_term": make_term,
    "wagtailsnippets_proposals_proposal": make_proposal,
}


@pytest.mark.parametrize("name", RECORDS)
def test_an_animator_lists_and_adds_every_kind_of_record(client, animator, name):
    client.force_login(animator)

    assert client.get(reverse(f"{name}:list")).status_code == 200
    assert client.get(reverse(f"{name}:list"), {"q": "quelque chose"}).status_code == 200
    assert client.get(reverse(f"{name}:add")).status_code == 200


@pytest.mark.parametrize("name", MAKERS)
def test_an_animator_opens_a_record_and_its_history(client, animator, name):
    record = MAKERS[name]()
    client.force_login(animator)

    assert client.get(reverse(f"{name}:edit", args=[record.pk])).status_code == 200
    assert client.get(reverse(f"{name}:history", args=[record.pk])).status_code == 200


@pytest.mark.parametrize("listing", ["methodes:index", "monographies:index"])
def test_pages_of_one_kind_are_listed_together(client, editor, listing):
    make_method("Forum ouvert", kind="participation")
    make_monograph(make_dynamic("Eusko"))
    client.force_login(editor)

    html = client.get(reverse(listing)).content.decode()

    assert ("Forum ouvert" in html) is (listing == "methodes:index")
    assert ("Eusko" in html) is (listing == "monographies:index")


def test_the_list_of_dynamics_can_be_filtered_and_searched(client, editor):
    make_dynamic("Eusko", type="monnaie_locale")
    tiers_lieu = make_dynamic("Bliiida", type="tiers_lieu").type
    client.force_login(editor)
    url = reverse("wagtailsnippets_directory_dynamic:list")

    filtered = client.get(url, {"type": tiers_lieu.pk}).content.decode()
    searched = client.get(url, {"q": "eusk"}).content.decode()

    assert "Bliiida" in filtered
    assert "Eusko" not in filtered
    assert "Eusko" in searched
    assert "Bliiida" not in searched


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("wagtailsnippets_directory_dynamic", make_dynamic),
        ("wagtailsnippets_glossary_term", make_term),
        ("wagtailsnippets_proposals_proposal", make_proposal),
    ],
)
def test_a_list_of_records_costs_the_same_however_long(
    client, editor, name, make, django_assert_max_num_queries
):
    for _number in range(12):
        make()
    client.force_login(editor)

    with django_assert_max_num_queries(20):
        client.get(reverse(f"{name}:list"))


def test_a_member_sees_neither_records_nor_reports(client, member):
    client.force_login(member)

    for name in ("wagtailsnippets_directory_dynamic:list", "missing_report"):
        assert client.get(reverse(name)).status_code == 302
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("missing_report") not in html


def test_an_editor_changes_nothing_that_has_no_draft(client, editor):
    experience = make_experience(make_method())
    theme = make_dynamic(themes=["cooperation"]).themes.first()
    client.force_login(editor)

    for url in (
        reverse("wagtailsnippets_directory_experience:add"),
        reverse("wagtailsnippets_directory_experience:edit", args=[experience.pk]),
        reverse("wagtailsnippets_vocabulary_theme:edit", args=[theme.pk]),
    ):
        assert client.get(url).status_code == 302


def test_the_first_page_says_what_one_can_do(client, member, editor):
    client.force_login(member)
    for_member = client.get(reverse("wagtailadmin_home")).content.decode()
    client.force_login(editor)
    for_editor = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "toolbox/methodpage" in for_member
    assert "toolbox/methodpage" in for_editor
    assert reverse("missing_report") in for_editor


def test_nothing_leads_to_the_site_of_the_cms(client, animator):
    client.force_login(animator)

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "wagtail.org" not in html


def test_every_icon_of_the_menu_exists(client):
    icons = get_icons()
    viewsets = [item for group in GROUPS for item in group.items] + [MethodListing]

    for icon in [*(group.menu_icon for group in GROUPS), *(viewset.icon for viewset in viewsets)]:
        assert f'id="icon-{icon}"' in icons


def test_saving_while_the_editor_saves_by_itself_is_no_breakdown(client, editor, monkeypatch):
    """Wagtail saves drafts on its own: a click at that very moment would create a twin."""
    type_key = make_dynamic().type.pk
    client.force_login(editor)

    def taken(*_args, **_kwargs):
        raise IntegrityError("UNIQUE constraint failed: directory_dynamic.slug")

    monkeypatch.setattr(Dynamic, "save", taken)
    response = client.post(
        reverse("wagtailsnippets_directory_dynamic:add"), dynamic_form("Eusko", type_key)
    )

    assert response.status_code == 200
    assert response.context["form"]["name"].value() == "Eusko"
    assert len(response.context["form"].non_field_errors()) == 1


def test_everything_bears_the_name_of_the_portal(client, animator):
    sign_in = client.get(reverse("wagtailadmin_login")).content.decode()
    client.force_login(animator)
    first_page = client.get(reverse("wagtailadmin_home")).content.decode()

    for html in (sign_in, first_page):
        assert "- Maillage</title>" in html
        assert "img/favicon.svg" in html
