"""Every way a thing may change is noticed."""

import pytest

from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import Page, PageViewRestriction

from search.models import PendingChange
from tests.search.subjects import GROUPS, PAGES, register

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def subjects() -> None:
    register(GROUPS, PAGES)


@pytest.fixture
def group() -> Group:
    group = Group.objects.create(name="Relais")
    noted()
    return group


@pytest.fixture
def parent(home: Page) -> Page:
    """A page with two pages under it."""
    parent = home.add_child(instance=Page(title="Parent", slug="parent"))
    for title in ("Un", "Deux"):
        parent.add_child(instance=Page(title=title, slug=title.lower()))
    noted()
    return parent


def noted() -> set[str]:
    """Return what is pending, and forget it."""
    uids = set(PendingChange.objects.values_list("uid", flat=True))
    PendingChange.objects.all().delete()
    return uids


def family(page: Page) -> set[str]:
    return {f"page:{each.pk}" for each in page.get_descendants(inclusive=True)}


def test_saving_is_noted(group: Group) -> None:
    group.save()

    assert noted() == {f"group:{group.pk}"}


def test_deleting_is_noted(group: Group) -> None:
    key = group.pk
    Group.objects.filter(pk=key).delete()

    assert noted() == {f"group:{key}"}


def test_relations_are_noted_from_both_sides(group: Group) -> None:
    permission = Permission.objects.first()

    group.permissions.add(permission)
    assert noted() == {f"group:{group.pk}"}
    group.permissions.clear()
    assert noted() == {f"group:{group.pk}"}
    permission.group_set.add(group)
    assert noted() == {f"group:{group.pk}"}
    permission.group_set.remove(group)
    assert noted() == {f"group:{group.pk}"}
    permission.group_set.add(group)
    noted()
    permission.group_set.clear()
    assert noted() == {f"group:{group.pk}"}


def test_what_depends_on_a_thing_is_noted_with_it(group: Group) -> None:
    permission = Permission.objects.first()
    group.permissions.add(permission)
    noted()

    permission.save()
    assert noted() == {f"group:{group.pk}"}
    permission.delete()
    assert noted() == {f"group:{group.pk}"}


def test_what_no_subject_watches_is_not_noted(group: Group, member: object) -> None:
    noted()

    member.save()

    assert noted() == set()


def test_publishing_and_unpublishing_a_page_is_noted(parent: Page) -> None:
    parent.title = "Nouveau"
    parent.save_revision().publish()
    assert f"page:{parent.pk}" in noted()

    parent.unpublish()
    assert f"page:{parent.pk}" in noted()


def test_moving_a_page_is_noted_for_all_those_under_it(parent: Page, home: Page) -> None:
    elsewhere = home.add_child(instance=Page(title="Ailleurs", slug="ailleurs"))
    noted()

    parent.move(elsewhere, pos="last-child")

    assert noted() >= family(parent)


def test_a_new_slug_is_noted_for_all_those_under_it(parent: Page) -> None:
    parent.slug = "autre"
    parent.save_revision().publish()

    assert noted() >= family(parent)


def test_deleting_a_page_is_noted_for_all_those_under_it(parent: Page) -> None:
    uids = family(parent)

    parent.delete()

    assert noted() >= uids


def test_restricting_a_page_is_noted_for_all_those_under_it(parent: Page) -> None:
    restriction = PageViewRestriction.objects.create(
        page=parent, restriction_type=PageViewRestriction.LOGIN
    )
    assert noted() >= family(parent)

    restriction.delete()
    assert noted() >= family(parent)


def test_loading_a_dump_notes_nothing(group: Group, tmp_path: object) -> None:
    dump = tmp_path / "groups.json"
    call_command("dumpdata", "auth.group", output=str(dump))

    call_command("loaddata", str(dump), verbosity=0)

    assert noted() == set()
