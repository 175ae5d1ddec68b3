import pytest

from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Workflow

from portal.home import groups as home_groups

pytestmark = pytest.mark.django_db


def may(user):
    """What a user may do, freshly read."""
    return type(user).objects.get(pk=user.pk).get_all_permissions()


def test_groups_are_made_once(groups, home, referential):
    before = GroupPagePermission.objects.count()

    home_groups.set_up_groups(home=home, referential=referential)

    assert set(Group.objects.values_list("name", flat=True)) == {
        home_groups.MEMBERS,
        home_groups.EDITORS,
        home_groups.ANIMATORS,
    }
    assert GroupPagePermission.objects.count() == before
    assert [workflow.name for workflow in Workflow.objects.all()] == ["Relecture"]


def test_only_animators_publish(member, editor, animator):
    publishing = {permission for permission in may(animator) if ".publish_" in permission}

    assert len(publishing) >= 3
    assert not publishing & (may(editor) | may(member))


def test_nobody_deletes_the_words_that_everything_is_classified_with(animator):
    assert not {permission for permission in may(animator) if ".delete_theme" in permission}


@pytest.mark.parametrize("name", [home_groups.MEMBERS, home_groups.EDITORS])
def test_pages_are_published_by_animators_alone(groups, name):
    granted = GroupPagePermission.objects.filter(group__name=name)

    assert not granted.filter(permission__codename="publish_page").exists()
