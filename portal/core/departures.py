"""What was public and is not there any more: noted as it goes, told to those who copied it.

Each room says what leaves when one of its things is deleted or hidden; `search.sync`, which hears of
it, asks here. What is back is told no more: whoever reads says what is present.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from django.db.models import Model, QuerySet
from django.utils import timezone

from portal.core.models import Departure


@dataclass(frozen=True)
class Leaving:
    """One thing that leaves: what it is, what its address or number was, its name, and what replaces it."""

    kind: str
    key: str
    name: str = ""
    replaced_by: str = ""


class Moment(Enum):
    """When things leave."""

    DELETED = "deleted"
    HIDDEN = "hidden"
    # A version that shows less than the one before.
    PUBLISHED = "published"
    # An address that was left for another one: the thing is told as it was before.
    MOVED = "moved"


Leavings = Callable[[Model], Iterable[Leaving]]
_registered: dict[tuple[type[Model], Moment], list[Leavings]] = defaultdict(list)


def register(
    model: type[Model],
    leavings: Leavings,
    *,
    at: Iterable[Moment] = (Moment.DELETED, Moment.HIDDEN),
) -> None:
    """Note what leaves with such a thing at these moments."""
    for moment in at:
        _registered[model, moment].append(leavings)


def note(instance: Model, moment: Moment) -> None:
    """Note what leaves with this thing; a deletion is noted just before it."""
    registered = _registered.get((type(instance), moment), ())
    lay(each for leavings in registered for each in leavings(instance))


def lay(leaving: Iterable[Leaving]) -> None:
    """Note that these leave now."""
    once = {(each.kind, each.key): each for each in leaving}
    now, facts = timezone.now(), ["name", "replaced_by", "gone_at"]
    Departure.objects.bulk_create(
        [
            Departure(
                kind=kind, key=key, name=each.name[:255], replaced_by=each.replaced_by, gone_at=now
            )
            for (kind, key), each in once.items()
        ],
        update_conflicts=True,
        unique_fields=["kind", "key"],
        update_fields=facts,
    )
    for (kind, key), each in once.items():
        if each.replaced_by:
            # However often it moved, one step leads to where it is.
            Departure.objects.filter(kind=kind, replaced_by=key).update(
                replaced_by=each.replaced_by
            )


def of_kind(kind: str, *, present: QuerySet) -> QuerySet[Departure]:
    """Return what left and did not come back; `present` are the keys of what everybody may read."""
    return Departure.objects.filter(kind=kind).exclude(key__in=present)
