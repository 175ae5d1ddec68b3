"""The letter that asks the members of a record whether it is still true."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from dynamics.directory.models import Dynamic, Membership
from dynamics.directory.upkeep import freshness
from portal.core.letters import send


def ask_members(dynamic: int) -> int:
    """Write to each member of a record; return how many letters left."""
    members = Membership.objects.filter(dynamic=dynamic, dynamic__live=True, user__is_active=True)
    asked = list(members.select_related("dynamic", "user"))
    with translation.override(settings.LANGUAGE_CODE):
        for membership in asked:
            _ask(membership.dynamic, membership)
    return len(asked)


def _ask(dynamic: Dynamic, membership: Membership) -> None:
    send(
        _("Is the record of %(name)s still true?") % {"name": dynamic.name},
        to=membership.user.email,
        template="directory/emails/still_true.html",
        context={
            "dynamic": dynamic,
            "confirm_url": settings.SITE_URL + freshness.confirm_path(membership),
            "edit_url": f"{settings.SITE_URL}{dynamic.get_absolute_url()}modifier/",
            "days": freshness.LINK_LASTS.days,
        },
    )
