"""Which dynamics stand near another one, and in what."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from dynamics.directory.models import Dynamic, Experience

MOST = 4
# Enough to fill every group; more would only be read to be dropped.
MOST_READ = 60


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


def _near(dynamic: Dynamic, region: str) -> list[Dynamic]:
    methods = [experience.method_id for experience in dynamic.experiences.all()]
    same_methods = Experience.objects.filter(dynamic=OuterRef("pk"), method__in=methods)
    others = Dynamic.objects.published().exclude(pk=dynamic.pk).with_place()
    return others.annotate(shares_methods=Exists(same_methods)).filter(
        Q(type=dynamic.type_id)
        | Q(commune__department__region=region or None)
        | Q(shares_methods=True)
    )[:MOST_READ]


def _region(dynamic: Dynamic) -> str:
    department = dynamic.commune.department if dynamic.commune else None
    return department.region_id if department else ""
