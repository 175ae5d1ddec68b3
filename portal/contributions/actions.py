"""Submit a contribution, accept it, refuse it."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from portal.accounts.models import User
from portal.contributions import registry, tasks
from portal.contributions.models import Contribution
from portal.contributions.permissions import can_judge

State = Contribution.State


class AlreadyJudgedError(Exception):
    """Somebody else was quicker."""


class NotApplicableError(Exception):
    """What is proposed does not fit any more: what it corrects is gone, or a word of it is."""


@transaction.atomic
def submit(
    kind: registry.Kind, facts: Mapping[str, Any], *, target: Model | None, by: User | None
) -> Contribution:
    """Keep what somebody proposes; `facts` are those of the form. Nothing shows until it is judged."""
    email = facts.get("email", "")
    return Contribution.objects.create(
        kind=kind.name,
        target=str(target.pk) if target else "",
        title=facts["title"][:200],
        payload=facts["payload"],
        note=facts.get("note", ""),
        credit=facts.get("credit", ""),
        author=by,
        email=email,
        consented_at=timezone.now() if email else None,
    )


@transaction.atomic
def accept(contribution: Contribution, *, by: User, is_published: bool) -> Model:
    """Write what is proposed, then tell its author.

    Raises:
        AlreadyJudgedError: it was judged in the meantime.
        NotApplicableError: it cannot be written any more.
    """
    _judge(contribution, by=by, state=State.ACCEPTED)
    written = registry.kind_named(contribution.kind).apply(contribution, by, is_published)
    contribution.target = str(written.pk)
    contribution.save(update_fields=["target"])
    return written


@transaction.atomic
def refuse(contribution: Contribution, *, by: User, reason: str) -> None:
    """Turn a contribution down, and say why to its author.

    Raises:
        AlreadyJudgedError: it was judged in the meantime.
    """
    _judge(contribution, by=by, state=State.REFUSED, reason=reason)


def _judge(contribution: Contribution, *, by: User, **judgment: object) -> None:
    """Note the judgment if nobody has judged yet: two animators may press at once."""
    if not can_judge(by, contribution):
        raise PermissionDenied
    judgment |= {"judged_at": timezone.now(), "judged_by": by}
    if not Contribution.objects.waiting().filter(pk=contribution.pk).update(**judgment):
        raise AlreadyJudgedError
    contribution.refresh_from_db()
    if contribution.email:
        transaction.on_commit(partial(tasks.answer.delay, contribution.pk), robust=True)
