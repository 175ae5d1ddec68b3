"""What the home page shows: what is new, how much there is, where the dynamics are."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from dynamics.directory.models import Dynamic
from portal.vocabulary.models import Theme
from toolbox.models import MethodPage

MOST_NEWS = 6


@dataclass(frozen=True)
class News:
    """Something that was published lately."""

    kind: str
    kind_label: str
    title: str
    url: str
    summary: str
    date: datetime


def _news() -> list[News]:
    """Return what was published last, methods and dynamics together. Two queries."""
    # What was never published through the admin or a file has no date, and is no news.
    dated = Q(last_published_at__isnull=False)
    methods = MethodPage.objects.published().filter(dated).order_by("-last_published_at")
    dynamics = Dynamic.objects.published().conforming().filter(dated).order_by("-last_published_at")
    news = [
        News(
            kind="method",
            kind_label=_("Method"),
            title=page.title,
            url=f"/outils/{page.slug}/",
            summary=page.summary,
            date=page.last_published_at,
        )
        for page in methods[:MOST_NEWS]
    ] + [
        News(
            kind="dynamic",
            kind_label=_("Dynamic"),
            title=each.name,
            url=each.get_absolute_url(),
            summary=each.summary,
            date=each.last_published_at,
        )
        for each in dynamics[:MOST_NEWS]
    ]
    return sorted(news, key=lambda item: item.date, reverse=True)[:MOST_NEWS]


def _places() -> list[tuple[str, list[Dynamic]]]:
    """Return the dynamics by région: the map in words. One query."""
    dynamics = Dynamic.objects.published().conforming().located().with_place()[:200]
    ordered = sorted(dynamics, key=lambda each: (_region(each), each.name))
    return [(region, list(group)) for region, group in groupby(ordered, key=_region)]


def _region(dynamic: Dynamic) -> str:
    region = dynamic.commune.region if dynamic.commune else None
    return region.name if region else _("Elsewhere")


def _themes() -> QuerySet[Theme]:
    """Return the themes with how many published methods each has."""
    counted = Theme.objects.annotate(method_count=Count("methods", filter=Q(methods__live=True)))
    return counted.order_by("position")


def context() -> dict:
    """Gather everything; as many queries whatever the volume."""
    return {
        "latest": _news(),
        "places": _places(),
        "themes": _themes(),
        "counts": {
            "dynamics": Dynamic.objects.published().conforming().count(),
            "methods": MethodPage.objects.published().count(),
        },
    }
