"""Which methods the public data hold, with everything that a record says of them."""

import datetime

from django.db.models import Max, Q
from django.db.models.functions import Coalesce, Greatest

from toolbox.models import MethodPage
from toolbox.querysets import MethodQuerySet


def records() -> MethodQuerySet:
    """Published methods, ready for `record.record()`: a few queries, however many they are.

    `changed_at` is when the page or one of its experiences last changed.
    """
    published_at = Coalesce("last_published_at", "first_published_at")
    told_at = Coalesce(Max("experiences__updated_at"), published_at)
    return (
        MethodPage.objects.published()
        .with_vocabulary()
        .select_related("derived_from")
        .prefetch_related("citations__source", "experiences__dynamic")
        .annotate(changed_at=Greatest(published_at, told_at))
    )


def changed_since(methods: MethodQuerySet, moment: datetime.datetime) -> MethodQuerySet:
    """Keep the methods that changed, or of which an experience changed, at this moment or later."""
    recent = Q(last_published_at__gte=moment) | Q(experiences__updated_at__gte=moment)
    return methods.filter(pk__in=MethodPage.objects.filter(recent).values("pk"))


def last_change() -> datetime.datetime | None:
    """When anything in the referential last changed, what was withdrawn included."""
    latest = MethodPage.objects.aggregate(
        edited=Max("latest_revision_created_at"),
        published=Max("last_published_at"),
        told=Max("experiences__updated_at"),
    )
    return max((moment for moment in latest.values() if moment), default=None)
