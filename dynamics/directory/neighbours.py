"""Which dynamics stand near another one, and in what."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from dynamics.directory.models import Dynamic

MOST = 4


@dataclass(frozen=True)
class Neighbourhood:
    """Dynamics that share one thing with the one being read."""

    label: str
    dynamics: list[Dynamic]


def neighbourhoods(dynamic: Dynamic) -> list[Neighbourhood]:
    """Return those of the same type, of the same region, and those who used the same methods.

    Two queries, however many dynamics there are: at most a few of each kind are brought.
    """
    region = _region(dynamic)
    methods = [experience.method_id for experience in dynamic.experiences.all()]
    others = Dynamic.objects.published().exclude(pk=dynamic.pk).with_place()
    near = list(others.filter(Q(type=dynamic.type) | Q(commune__department__region=region))[:50])
    sharing = others.filter(experiences__method__in=methods).distinct()[:MOST] if methods else []
    found = [
        Neighbourhood(_("Same type"), [each for each in near if each.type_id == dynamic.type_id]),
        Neighbourhood(
            _("Same region"), [each for each in near if region and _region(each) == region]
        ),
        Neighbourhood(_("Same methods"), list(sharing)),
    ]
    return [Neighbourhood(each.label, each.dynamics[:MOST]) for each in found if each.dynamics]


def _region(dynamic: Dynamic) -> str:
    department = dynamic.commune.department if dynamic.commune else None
    return department.region_id if department else ""
