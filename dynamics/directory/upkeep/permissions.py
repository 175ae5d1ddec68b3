"""Who may look after a record."""

from django.contrib.auth.models import AnonymousUser

from dynamics.directory.models import Dynamic, Membership
from portal.accounts.models import User


def can_edit(user: User | AnonymousUser, dynamic: Dynamic) -> bool:
    """The members of a dynamic look after its record."""
    if not user.is_authenticated or not user.is_active:
        return False
    return Membership.objects.filter(dynamic=dynamic, user=user.pk).exists()


def can_merge(user: User) -> bool:
    """Those who may delete a record may merge it into another one."""
    return user.has_perm("directory.delete_dynamic") and user.has_perm("directory.publish_dynamic")
