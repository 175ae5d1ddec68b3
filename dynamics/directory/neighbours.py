"""Which dynamics stand near another one, and in what."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from dynamics.directory.models import Dynamic, Experience

MOST = 4


@dataclass(frozen=True)
class Neighbourhood:
    """Dynamics that share one thing with the one being read."""

    label: str
    dynamics: list[Dynamic]


def neighbourhoods(dynamic: Dynamic) -> list[Neighbourhood]:
    """Return those of the same type, of the same region, and those who used the same methods.

    One query, and a few dynamics of each kind, however large the directory.
    """
    region = _region(dynamic)
    near = list(_near(dynamic, region))
    groups = [
        (_("Same type"), [each for each in near if each.type_id == dynamic.type_id]),
        (_("Same region"), [each for each in near if region and _region(each) == region]),
        (_("Same methods"), [each for each in near if each.shares_methods]),
    ]
    return [Neighbourhood(label, dynamics[:MOST]) for label, dynamics in groups if dynamics]


def _near(dynamic: Dynamic, region: str) -> QuerySet[Dynamic]:
    methods = [experience.method_id for experience in dynamic.experiences.all()]
    used = Experience.objects.filter(method__in=methods)
    others = Dynamic.objects.published().conforming().exclude(pk=dynamic.pk)
    same_type = others.filter(type=dynamic.type_id)
    same_region = others.in_regions([region])
    same_methods = others.filter(pk__in=used.filter(dynamic__isnull=False).values("dynamic"))
    # The first of each group: those of a crowded one hide nobody of the others.
    groups = (same_type, same_region, same_methods)
    first = [Q(pk__in=group.values("pk")[:MOST]) for group in groups]
    shares = Exists(used.filter(dynamic=OuterRef("pk")))
    return others.with_place().annotate(shares_methods=shares).filter(reduce(or_, first))


def _region(dynamic: Dynamic) -> str:
    region = dynamic.place_region
    return region.code if region else ""
