"""What the directory lets everybody propose: a new record, a correction of one."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dynamics.directory.models import Dynamic
from dynamics.directory.upkeep import actions, facts
from dynamics.directory.upkeep.forms import RecordForm
from dynamics.directory.upkeep.kinds import CORRECTION, NEW
from portal.accounts.models import User
from portal.contributions import registry
from portal.contributions.actions import NotApplicableError
from portal.contributions.models import Contribution


def find(key: str) -> Dynamic | None:
    """Return the record of a key, if it is still there."""
    return Dynamic.objects.filter(pk=key).first() if key else None


def differences(contribution: Contribution) -> Iterable[registry.Difference]:
    """Say what would change, fact by fact, from the record as it is now."""
    target = find(contribution.target)
    current = facts.read(target) if target else {}
    for name, value in contribution.payload.items():
        before = facts.in_words(name, current[name]) if name in current else ""
        yield registry.Difference(str(facts.LABELS[name]), before, facts.in_words(name, value))


def apply(contribution: Contribution, by: User, is_published: bool) -> Dynamic:  # noqa: FBT001 - a registry calls it by position
    """Make the record, or correct it.

    Raises:
        NotApplicableError: the record is gone, or a fact names something that is.
    """
    try:
        if contribution.kind == NEW:
            return actions.create(contribution.payload, by=by, is_published=is_published)
        return _corrected(contribution, by, is_published=is_published)
    except facts.UnknownFactError as error:
        message = _("“%(name)s” is not there any more: refuse, or correct the record yourself.")
        raise NotApplicableError(message % {"name": error}) from error


def _corrected(contribution: Contribution, by: User, *, is_published: bool) -> Dynamic:
    target = find(contribution.target)
    if target is None:
        raise NotApplicableError(_("The record that this corrects is gone."))
    actions.correct(target, contribution.payload, by=by, is_published=is_published)
    return target


def register_kinds() -> None:
    """Accept new records and corrections."""
    for name, label in (
        (NEW, gettext_lazy("New dynamic")),
        (CORRECTION, gettext_lazy("Correction of a dynamic")),
    ):
        registry.register(registry.Kind(name, label, RecordForm, find, differences, apply))
