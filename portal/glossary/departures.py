"""Which terms left the glossary."""

from collections.abc import Iterator

from django.db.models import QuerySet

from portal.core import departures
from portal.core.departures import Leaving
from portal.core.models import Departure
from portal.glossary.models import Term

TERM = "term"


def _leaving(term: Term) -> Iterator[Leaving]:
    if term.first_published_at:
        yield Leaving(TERM, term.slug, term.name)


def gone() -> QuerySet[Departure]:
    """Return the terms that everybody could read, and cannot any more."""
    return departures.of_kind(TERM, present=Term.objects.published().values("slug"))


def register() -> None:
    """Note the terms that leave."""
    departures.register(Term, _leaving)
