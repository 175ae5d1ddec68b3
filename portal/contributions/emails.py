"""The one letter of this room: what became of a contribution."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from portal.contributions import registry
from portal.contributions.models import Contribution
from portal.core.letters import send


def answer(primary_key: int) -> None:
    """Write to the author of a judged contribution; do nothing when there is no address any more."""
    contribution = Contribution.objects.exclude(email="").filter(pk=primary_key).first()
    if contribution is None or contribution.is_waiting:
        return
    with translation.override(settings.LANGUAGE_CODE):
        send(
            _("Your contribution: %(title)s") % {"title": contribution.title},
            to=contribution.email,
            template="contributions/emails/answer.html",
            context={"contribution": contribution, "address": _address(contribution)},
        )
    Contribution.objects.filter(pk=primary_key).update(email="", consented_at=None)


def _address(contribution: Contribution) -> str:
    """Return where what was accepted can be read, once it can."""
    found = registry.kind_named(contribution.kind).find(contribution.target)
    is_readable = found is not None and getattr(found, "live", True)
    return settings.SITE_URL + found.get_absolute_url() if is_readable else ""
