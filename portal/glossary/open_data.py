"""Which terms the public data hold, and how fresh they are."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Max, Q
from django.db.models.functions import Coalesce, Greatest

from portal.bibliography.models import Source
from portal.core import retelling
from portal.core.departed import last_departure
from portal.core.downloads import CHUNK
from portal.core.freshness import Freshness, editing_facts, facts_of, words_facts
from portal.core.keyset import walk
from portal.core.models import Departure
from portal.glossary.departures import TERM
from portal.glossary.models import Term
from portal.glossary.querysets import TermQuerySet
from portal.glossary.record import record
from portal.vocabulary.models import Theme


def records(changed_since: datetime.datetime | None = None) -> TermQuerySet:
    """Published terms with all that a record says of them; only those that changed, if asked."""
    retold_at = Coalesce(retelling.last_of_each(TERM), "updated_at")
    terms = Term.objects.published().complete()
    terms = terms.annotate(changed_at=Greatest("updated_at", retold_at))
    return terms.filter(changed_at__gte=changed_since) if changed_since else terms


def rows(terms: TermQuerySet, *, site: str) -> Iterator[dict[str, Any]]:
    """Yield the record of each of them, a few hundred in memory at a time."""
    for some in walk(terms, size=CHUNK):
        yield from (record(term, site=site) for term in some)


def last_change() -> datetime.datetime | None:
    """When anything in the glossary last changed, what was withdrawn included."""
    latest = Term.objects.aggregate(edited=Max("updated_at")) | last_departure(TERM)
    return max((moment for moment in latest.values() if moment), default=None)


def freshness() -> Freshness:
    """Tell whether an export would say something else than last time, in five small queries."""
    return Freshness(
        (
            *facts_of(Term, "updated_at", live=Count("pk", filter=Q(live=True))),
            *facts_of(Departure, "gone_at"),
            *words_facts((Theme, "code", "label"), (Source, "key", "short")),
            *editing_facts(),
        )
    )
