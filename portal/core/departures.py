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
    """One thing that leaves: what it is, what its address or number was, and its name."""

    kind: str
    key: str
    name: str = ""


class Moment(Enum):
    """When things leave."""

    DELETED = "deleted"
    HIDDEN = "hidden"
    # A version that shows less than the one before.
    PUBLISHED = "published"


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
    for leavings in _registered.get((type(instance), moment), ()):
        for each in leavings(instance):
            lay(each)


def lay(leaving: Leaving) -> None:
    """Note that something leaves now."""
    Departure.objects.update_or_create(
        kind=leaving.kind,
        key=leaving.key,
        defaults={"name": leaving.name[:255], "gone_at": timezone.now()},
    )


def of_kind(kind: str, *, present: QuerySet) -> QuerySet[Departure]:
    """Return what left and did not come back; `present` are the keys of what everybody may read."""
    return Departure.objects.filter(kind=kind).exclude(key__in=present)
