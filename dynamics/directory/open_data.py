"""Which dynamics the public data hold, with everything that a record says of them."""

import datetime

from django.db.models import Max, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from dynamics.directory.models import Dynamic, DynamicCitation, Experience
from toolbox.models import MethodPage


def records() -> QuerySet[Dynamic]:
    """Published dynamics, ready for `record.record()`: a few queries, however many they are."""
    used = Experience.objects.filter(method__in=MethodPage.objects.published())
    return with_last_change(Dynamic.objects.published().with_classification()).prefetch_related(
        "barriers",
        "resource_levels",
        Prefetch("citations", queryset=DynamicCitation.objects.select_related("source")),
        Prefetch("experiences", queryset=used.select_related("method")),
    )


def with_last_change(dynamics: QuerySet[Dynamic]) -> QuerySet[Dynamic]:
    """Tell when each dynamic or one of its experiences last changed, as `changed_at`."""
    latest = Experience.objects.filter(dynamic=OuterRef("pk")).order_by("-updated_at")
    told = Coalesce(Subquery(latest.values("updated_at")[:1]), "updated_at")
    return dynamics.annotate(changed_at=Greatest("updated_at", told))


def changed_since(dynamics: QuerySet[Dynamic], moment: datetime.datetime) -> QuerySet[Dynamic]:
    """Keep the dynamics that changed, or of which an experience changed, at this moment or later."""
    told = Experience.objects.filter(updated_at__gte=moment, dynamic__isnull=False)
    return dynamics.filter(Q(updated_at__gte=moment) | Q(pk__in=told.values("dynamic")))


def last_change() -> datetime.datetime | None:
    """When anything in the directory last changed, what was withdrawn included."""
    latest = Dynamic.objects.aggregate(
        edited=Max("updated_at"), told=Max("experiences__updated_at")
    )
    return max((moment for moment in latest.values() if moment), default=None)
