"""Which dynamics the public data hold, with everything that a record says of them, and how fresh it is."""

import datetime
from collections.abc import Iterator

from taggit.models import Tag

from django.db.models import Count, Max, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from dynamics.directory.models import (
    Dynamic,
    DynamicCitation,
    DynamicType,
    Experience,
    Identifier,
    LegalForm,
    Provenance,
    Tombstone,
)
from dynamics.directory.querysets import VOCABULARIES
from dynamics.directory.record import Record, record
from dynamics.directory.retelling import DYNAMIC as KIND
from portal.bibliography.models import Source
from portal.core import retelling
from portal.core.attaching import attach
from portal.core.departed import last_departure
from portal.core.downloads import CHUNK
from portal.core.freshness import Freshness, editing_facts, facts_of, words_facts
from portal.core.keyset import walk
from portal.core.models import Departure
from portal.territories.models import Department, Region
from portal.vocabulary.models import Barrier, Phase, Theme
from toolbox.models import MethodPage

WORDS = (
    *((model, "code", "label") for model in (DynamicType, LegalForm, Theme, Phase, Barrier)),
    *((model, "code", "name") for model in (Region, Department)),
    (Tag, "slug", "name"),
    (Source, "key", "short"),
)


def records() -> QuerySet[Dynamic]:
    """Published dynamics, ready for `described()`: a few queries, however many they are."""
    used = Experience.objects.filter(method__in=MethodPage.objects.published())
    published = Dynamic.objects.published().with_place().with_tags()
    return with_last_change(published).prefetch_related(
        "resource_levels",
        "identifiers",
        "provenances",
        Prefetch("citations", queryset=DynamicCitation.objects.select_related("source")),
        Prefetch("experiences", queryset=used.select_related("method")),
    )


def rows(dynamics: QuerySet[Dynamic], *, site: str) -> Iterator[Record]:
    """Yield the record of each of them, a few hundred in memory at a time."""
    for some in walk(dynamics, size=CHUNK):
        yield from described(some, site=site)


def described(dynamics: list[Dynamic], *, site: str) -> list[Record]:
    """Return the records of these dynamics; their vocabularies come in one query."""
    attach(dynamics, *VOCABULARIES)
    return [record(dynamic, site=site) for dynamic in dynamics]


def coming_from(dynamics: QuerySet[Dynamic], origin: str) -> QuerySet[Dynamic]:
    """Keep what was made "here", what was taken from "elsewhere", or "all" of it."""
    if origin == "here":
        return dynamics.from_here()
    return dynamics.from_elsewhere() if origin == "elsewhere" else dynamics


def with_last_change(dynamics: QuerySet[Dynamic]) -> QuerySet[Dynamic]:
    """Tell when each dynamic, one of its experiences or a method it names last changed, as `changed_at`."""
    latest = Experience.objects.filter(dynamic=OuterRef("pk")).order_by("-updated_at")
    told = Coalesce(Subquery(latest.values("updated_at")[:1]), "updated_at")
    retold = Coalesce(retelling.last_of_each(KIND), "updated_at")
    return dynamics.annotate(changed_at=Greatest("updated_at", told, retold))


def changed_since(dynamics: QuerySet[Dynamic], moment: datetime.datetime) -> QuerySet[Dynamic]:
    """Keep the dynamics whose record says something else since this moment."""
    told = Experience.objects.filter(updated_at__gte=moment, dynamic__isnull=False)
    retold = retelling.keys_since(KIND, moment)
    return dynamics.filter(
        Q(updated_at__gte=moment) | Q(pk__in=told.values("dynamic")) | Q(pk__in=retold)
    )


def last_change() -> datetime.datetime | None:
    """When anything in the directory last changed, what was withdrawn included."""
    latest = Dynamic.objects.aggregate(
        edited=Max("updated_at"), told=Max("experiences__updated_at")
    )
    latest |= Tombstone.objects.aggregate(gone=Max("gone_at")) | last_departure(KIND)
    return max((moment for moment in latest.values() if moment), default=None)


def freshness() -> Freshness:
    """Tell whether an export would say something else than last time, in eleven small queries.

    Everything a record says is watched: the records, those that left, where they come from, what
    they told of methods, the names of methods, and the words of the vocabularies.
    """
    return Freshness(
        (
            *facts_of(Dynamic, "updated_at", live=Count("pk", filter=Q(live=True))),
            *facts_of(Experience, "updated_at"),
            *facts_of(Tombstone, "gone_at"),
            *facts_of(Departure, "gone_at"),
            *facts_of(Provenance),
            *facts_of(Identifier),
            *facts_of(MethodPage, "last_published_at", live=Count("pk", filter=Q(live=True))),
            *words_facts(*WORDS),
            *editing_facts(),
        )
    )
