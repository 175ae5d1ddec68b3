"""Two records of one dynamic become one: what hangs on the one that goes moves to the one that stays."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from dynamics.directory import afterwards
from dynamics.directory.models import Dynamic, Tombstone
from dynamics.directory.upkeep.kinds import KINDS
from dynamics.directory.upkeep.permissions import can_merge
from portal.accounts.models import User
from portal.contributions.models import Contribution
from portal.core.publishing import publish

# What moves, by the name of the relation; the rooms above add theirs. The rest describes the record
# that goes (its dates, its figures, its sources) and goes with it.
_moving: dict[str, str | Promise] = {
    "tagged_items": gettext_lazy("keywords"),
    "identifiers": gettext_lazy("identifiers"),
    "provenances": gettext_lazy("sources of imports"),
    "memberships": gettext_lazy("members"),
    "experiences": gettext_lazy("experiences"),
    "tombstones": gettext_lazy("former addresses"),
}


class NotMergeableError(Exception):
    """These two cannot become one; the message says why."""


@dataclass(frozen=True)
class Moving:
    """How many things of one kind move."""

    label: str
    count: int


def register_relation(name: str, label: str | Promise) -> None:
    """Let what hangs on dynamics by this relation move when two of them merge."""
    _moving[name] = label


def plan(gone: Dynamic) -> list[Moving]:
    """Say what would move from the record that goes."""
    found = [Moving(str(label), _hanging(gone, name).count()) for name, label in _moving.items()]
    return [each for each in found if each.count]


def objections(kept: Dynamic, gone: Dynamic) -> Iterator[str]:
    """Say what forbids that `gone` disappears into `kept`."""
    if kept.pk == gone.pk:
        yield _("Choose two different records.")
    if not kept.live:
        yield _("The record that stays must be published.")
    if hasattr(gone, "monograph"):
        yield _("“%(name)s” has a monograph: let it be the one that stays.") % {"name": gone.name}
    if kept.has_unpublished_changes:
        yield _("“%(name)s” has a draft: publish it first.") % {"name": kept.name}


@transaction.atomic
def merge(kept: Dynamic, gone: Dynamic, *, by: User) -> None:
    """Move what hangs on `gone` to `kept`, delete `gone`, and lead its address to `kept`.

    Raises:
        NotMergeableError: something forbids it.
    """
    if not can_merge(by):
        raise PermissionDenied
    if found := next(objections(kept, gone), ""):
        raise NotMergeableError(found)
    for name in _moving:
        for thing in list(_hanging(gone, name)):
            _move(thing, _owner_of(name), kept)
    for contribution in Contribution.objects.about(KINDS, [gone.pk]):
        contribution.target = str(kept.pk)
        contribution.save(update_fields=["target"])
    slug, name = gone.slug, gone.name
    Tombstone.objects.hand_over(gone, kept)
    Dynamic.objects.get(pk=gone.pk).delete()
    Tombstone.objects.lay(slug, name, replaced_by=kept)
    # The moved keywords and numbers belong to the version that editors will start from.
    merged = Dynamic.objects.get(pk=kept.pk)
    publish(merged, by=by, is_granted=True)
    afterwards.follow()
    log(merged, "directory.merge", user=by, data={"name": name, "slug": slug})


def _owner_of(relation: str) -> str:
    return Dynamic._meta.get_field(relation).field.name


def _hanging(dynamic: Dynamic, relation: str) -> QuerySet:
    field = Dynamic._meta.get_field(relation)
    return field.related_model._base_manager.filter(**{field.field.name: dynamic.pk})


def _move(thing: Model, owner: str, kept: Dynamic) -> None:
    """Hang a thing on the record that stays; what that one has already is dropped."""
    setattr(thing, owner, kept)
    try:
        with transaction.atomic():
            thing.save()
    except IntegrityError:
        thing.delete()
