"""Dynamics name the methods they used, methods the dynamics that used them: what moves on one side is told on the other."""

from collections.abc import Iterator

from dynamics.directory.models import Dynamic, Experience
from portal.core import departures
from portal.core.departures import Leaving, Moment
from portal.core.retelling import retold
from toolbox.departures import METHOD
from toolbox.models import MethodPage

DYNAMIC = "dynamic"
COMING_AND_GOING = (Moment.HIDDEN, Moment.PUBLISHED, Moment.MOVED)


def _dynamics_of(method: MethodPage) -> Iterator[Leaving]:
    told = Experience.objects.filter(method=method.pk)
    yield from retold(DYNAMIC, told.values_list("dynamic", flat=True))


def _methods_of(dynamic: Dynamic) -> Iterator[Leaving]:
    told = Experience.objects.filter(dynamic=dynamic.pk)
    yield from retold(METHOD, told.values_list("method", flat=True))


def _both_sides(experience: Experience) -> Iterator[Leaving]:
    yield from retold(DYNAMIC, [experience.dynamic_id])
    yield from retold(METHOD, [experience.method_id])


def register() -> None:
    """Note what dynamics and methods do not say of one another any more, or say again."""
    departures.register(MethodPage, _dynamics_of, at=COMING_AND_GOING)
    departures.register(Dynamic, _methods_of, at=COMING_AND_GOING)
    departures.register(Experience, _both_sides, at=[Moment.DELETED, Moment.MOVED])
