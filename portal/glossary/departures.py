"""Which terms left the glossary."""

from collections.abc import Iterator

from django.db.models import QuerySet

from portal.core import departures
from portal.core.departures import Leaving, Moment
from portal.core.models import Departure
from portal.core.retelling import retold
from portal.glossary.models import Term

TERM = "term"


def _leaving(term: Term) -> Iterator[Leaving]:
    if term.first_published_at:
        yield Leaving(TERM, term.slug, term.name)


def _moved(term: Term) -> Iterator[Leaving]:
    now = Term.objects.only("slug").get(pk=term.pk).slug
    yield Leaving(TERM, term.slug, term.name, replaced_by=now)


def _pointing_to(term: Term) -> Iterator[Leaving]:
    pointing = Term.objects.filter(see_also=term.pk)
    yield from retold(TERM, pointing.values_list("pk", flat=True))


def gone() -> QuerySet[Departure]:
    """Return the terms that everybody could read, and cannot any more."""
    return departures.of_kind(TERM, present=Term.objects.published().values("slug"))


def register() -> None:
    """Note the terms that leave."""
    departures.register(Term, _leaving)
    departures.register(Term, _moved, at=[Moment.MOVED])
    departures.register(Term, _pointing_to, at=Moment)
