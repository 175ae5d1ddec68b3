"""Which methods the public data hold, with everything that a record says of them."""

import datetime
from collections.abc import Callable, Iterator

from taggit.models import Tag

from django.db.models import Count, Max, Q
from django.db.models.functions import Coalesce, Greatest
from wagtail.models import PageViewRestriction

from portal.bibliography.models import Source
from portal.core import retelling
from portal.core.departed import last_departure
from portal.core.downloads import CHUNK
from portal.core.freshness import Freshness, editing_facts, facts_of, words_facts
from portal.core.keyset import walk
from portal.core.models import Departure
from portal.vocabulary.models import Barrier, Phase, Theme
from toolbox.departures import METHOD
from toolbox.models import MethodPage
from toolbox.querysets import MethodQuerySet
from toolbox.record import Record

WORDS = (
    *((model, "code", "label") for model in (Theme, Phase, Barrier)),
    (Tag, "slug", "name"),
    (Source, "key", "short"),
)


def records() -> MethodQuerySet:
    """Published methods, ready for `record.record()`: a few queries, however many they are.

    `changed_at` is when the page or one of its experiences last changed.
    """
    published_at = Coalesce("last_published_at", "first_published_at")
    told_at = Coalesce(Max("experiences__updated_at"), published_at)
    retold_at = Coalesce(retelling.last_of_each(METHOD), published_at)
    return (
        MethodPage.objects.published()
        .with_vocabulary()
        .select_related("derived_from")
        .prefetch_related("citations__source", "experiences__dynamic")
        .annotate(changed_at=Greatest(published_at, told_at, retold_at))
    )


def changed_since(methods: MethodQuerySet, moment: datetime.datetime) -> MethodQuerySet:
    """Keep the methods whose record says something else since this moment, or that are back since."""
    recent = (
        Q(last_published_at__gte=moment)
        | Q(experiences__updated_at__gte=moment)
        | Q(pk__in=retelling.keys_since(METHOD, moment))
        | Q(slug__in=Departure.objects.filter(kind=METHOD, gone_at__gte=moment).values("key"))
    )
    return methods.filter(pk__in=MethodPage.objects.filter(recent).values("pk"))


def last_change() -> datetime.datetime | None:
    """When anything in the referential last changed, what was withdrawn included."""
    latest = MethodPage.objects.aggregate(
        edited=Max("latest_revision_created_at"),
        published=Max("last_published_at"),
        told=Max("experiences__updated_at"),
    )
    latest |= last_departure(METHOD)
    return max((moment for moment in latest.values() if moment), default=None)


def rows(
    methods: MethodQuerySet, described: Callable[..., Record], *, site: str
) -> Iterator[Record]:
    """Yield the record of each of them, `record` or `full_record`, a few hundred in memory at a time."""
    for some in walk(methods, size=CHUNK):
        yield from (described(method, site=site) for method in some)


def freshness() -> Freshness:
    """Tell whether an export would say something else than last time, in eight small queries."""
    experiences = MethodPage._meta.get_field("experiences").related_model
    dynamics = experiences._meta.get_field("dynamic").related_model
    return Freshness(
        (
            *facts_of(
                MethodPage,
                *("last_published_at", "latest_revision_created_at"),
                live=Count("pk", filter=Q(live=True)),
            ),
            *facts_of(experiences, "updated_at"),
            # The slugs of the published dynamics that used a method are part of its record.
            *facts_of(dynamics, "updated_at", live=Count("pk", filter=Q(live=True))),
            *facts_of(PageViewRestriction),
            *facts_of(Departure, "gone_at"),
            *words_facts(*WORDS),
            *editing_facts(),
        )
    )
