"""What one does with ties: say that there is one, stand for it, refuse it, take it back."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dynamics.directory.models import Dynamic
from dynamics.network import tasks
from dynamics.network.models import Person, Tie
from dynamics.network.ordering import in_order
from dynamics.network.permissions import (
    TEAM,
    can_confirm,
    can_declare,
    can_refuse,
    can_withdraw,
    voice_of,
)
from portal.accounts.models import User
from portal.core import departures


def _sign(tie: Tie, sides: Iterable[str], by: User) -> None:
    for side in sides:
        if getattr(tie, f"confirmed_by_{side}_at") is None:
            setattr(tie, f"confirmed_by_{side}_at", timezone.now())
            setattr(tie, f"confirmed_by_{side}_by", by)


@transaction.atomic
def declare(tie: Tie, *, of: Dynamic, by: User) -> Tie:
    """Say that a dynamic has a tie; it is confirmed at once by the sides its author speaks for.

    Raises:
        PermissionDenied: they do not speak for this dynamic.
        ValidationError: the tie is impossible, or was already said.
    """
    if not can_declare(by, of):
        raise PermissionDenied
    if of.pk not in {tie.source_id, tie.target_id}:
        raise ValidationError(_("The tie does not concern this dynamic."))
    in_order(tie)
    voice = voice_of(by)
    tie.origin = Tie.Origin.TEAM if voice.is_of_the_team else Tie.Origin.MEMBER
    tie.declared_by = by
    tie.full_clean(exclude=["origin"])
    _sign(tie, voice.sides(tie), by)
    tie.save()
    tasks.redraw_soon()
    return tie


def _locked(tie: Tie) -> Tie:
    """Read a tie again, alone, so that two people deciding at once do not undo one another."""
    return Tie.objects.select_for_update(of=("self",)).get(pk=tie.pk)


@transaction.atomic
def confirm(tie: Tie, *, by: User) -> Tie:
    """Stand for a tie, in the name of every side one speaks for.

    Raises:
        PermissionDenied: they speak for no side, or there is nothing left to confirm.
    """
    current = _locked(tie)
    if not can_confirm(by, current):
        raise PermissionDenied
    _sign(current, voice_of(by).sides(current), by)
    current.save()
    tasks.redraw_soon()
    return current


@transaction.atomic
def refuse(tie: Tie, *, by: User) -> Tie:
    """Say that a tie is not so: it leaves the network.

    Raises:
        PermissionDenied: they speak for no side, or it is settled.
    """
    current = _locked(tie)
    if not can_refuse(by, current):
        raise PermissionDenied
    current.refused_at, current.refused_by = timezone.now(), by
    current.save()
    departures.note(current, departures.Moment.HIDDEN)
    tasks.redraw_soon()
    return current


@transaction.atomic
def withdraw(tie: Tie, *, by: User) -> None:
    """Take a tie back.

    Raises:
        PermissionDenied: somebody else said it, or it is settled.
    """
    current = _locked(tie)
    if not can_withdraw(by, current):
        raise PermissionDenied
    current.delete()
    tasks.redraw_soon()


@transaction.atomic
def confirm_for_the_team(ties: Iterable[Tie], *, by: User) -> int:
    """Stand for several ties at once, as the team; return how many that settles.

    Raises:
        PermissionDenied: they are not of the team.
    """
    if not voice_of(by).is_of_the_team:
        raise PermissionDenied
    waiting = Tie.objects.select_for_update(of=("self",)).waiting()
    settled = 0
    for tie in waiting.filter(pk__in=[tie.pk for tie in ties]):
        _sign(tie, [TEAM], by)
        tie.save()
        settled += 1
    tasks.redraw_soon()
    return settled


@transaction.atomic
def erase(person: Person, *, by: User) -> None:
    """Forget somebody: their name and their ties.

    Raises:
        PermissionDenied: they are not of the team.
    """
    if not by.has_perm("network.delete_person"):
        raise PermissionDenied
    person.delete()
    tasks.redraw_soon()
