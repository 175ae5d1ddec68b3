"""Records that say something else because of another one: a method they name is renamed, a term they point to leaves.

Nothing in them was edited, so that no date of theirs says it; those who copied them must hear of it all
the same. What a room yields here is noted with what leaves (see `departures`), under a kind of its own.
"""

import datetime
from collections.abc import Iterable, Iterator

from django.db.models import CharField, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast

from portal.core.departures import Leaving
from portal.core.models import Departure


def kind_of(kind: str) -> str:
    """Name what is noted of records of a kind."""
    return f"{kind} retold"


def retold(kind: str, keys: Iterable[int | None]) -> Iterator[Leaving]:
    """Note that the records with these keys say something else from now on."""
    for key in keys:
        if key is not None:
            yield Leaving(kind_of(kind), str(key))


def keys_since(kind: str, moment: datetime.datetime) -> QuerySet:
    """Return the keys of the records that say something else since this moment."""
    noted = Departure.objects.filter(kind=kind_of(kind), gone_at__gte=moment)
    return noted.annotate(about=Cast("key", IntegerField())).values("about")


def last_of_each(kind: str) -> Subquery:
    """Tell when a record last came to say something else, as part of a query on these records."""
    noted = Departure.objects.filter(kind=kind_of(kind), key=Cast(OuterRef("pk"), CharField()))
    return Subquery(noted.values("gone_at")[:1])
