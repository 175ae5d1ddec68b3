"""Which ties left the network: taken back, refused, or gone with one of their ends."""

from collections.abc import Iterator

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast, Coalesce, Greatest

from dynamics.directory.models import Dynamic
from dynamics.network.models import Tie
from portal.core import departures
from portal.core.departures import Leaving, Moment
from portal.core.models import Departure

TIE = "tie"


def given_away() -> QuerySet[Tie]:
    """Return the ties of the open data: public, between records of the first circle, naming nobody."""
    ties = Tie.objects.public().of_the_first_circle().impersonal()
    return with_last_change(ties).select_related("source", "target", "document")


def with_last_change(ties: QuerySet[Tie]) -> QuerySet[Tie]:
    """Tell when each tie or one of its ends, which it names, last changed, as `changed_at`."""
    ends = (Coalesce(f"{end}__updated_at", "updated_at") for end in ("source", "target"))
    return ties.annotate(changed_at=Greatest("updated_at", *ends))


def gone() -> QuerySet[Departure]:
    """Return the ties that everybody could read, and cannot any more."""
    keys = given_away().annotate(key=Cast("pk", CharField())).values("key")
    return departures.of_kind(TIE, present=keys)


def leaving(tie: Tie) -> Leaving:
    """Name a tie by its number alone: what it said is not said any more."""
    return Leaving(TIE, str(tie.pk))


def _deleted(tie: Tie) -> Iterator[Leaving]:
    if tie.source_person_id is None:
        yield leaving(tie)


def _with_an_end(dynamic: Dynamic) -> Iterator[Leaving]:
    """The ties of a record that nobody may read any more, or that left the first circle."""
    if not (dynamic.live and dynamic.is_conforming):
        yield from map(leaving, Tie.objects.impersonal().of(dynamic))


def register() -> None:
    """Note the ties that leave; those of a record that is deleted are deleted, and noted as such."""
    departures.register(Tie, _deleted)
    departures.register(Dynamic, _with_an_end, at=(Moment.HIDDEN, Moment.PUBLISHED))
