"""Which methods left the referential."""

from collections.abc import Iterator

from django.db.models import QuerySet

from portal.core import departures
from portal.core.departures import Leaving, Moment
from portal.core.models import Departure
from portal.core.retelling import retold
from toolbox.models import MethodPage

METHOD = "method"


def _leaving(method: MethodPage) -> Iterator[Leaving]:
    if method.first_published_at:
        yield Leaving(METHOD, method.slug, method.title)


def _moved(method: MethodPage) -> Iterator[Leaving]:
    if method.first_published_at:
        now = MethodPage.objects.only("slug").get(pk=method.pk).slug
        yield Leaving(METHOD, method.slug, method.title, replaced_by=now)


def _derived_from(method: MethodPage) -> Iterator[Leaving]:
    derived = MethodPage.objects.filter(derived_from=method.pk)
    yield from retold(METHOD, derived.values_list("pk", flat=True))


def gone() -> QuerySet[Departure]:
    """Return the methods that everybody could read, and cannot any more."""
    return departures.of_kind(METHOD, present=MethodPage.objects.published().values("slug"))


def register() -> None:
    """Note the methods that leave."""
    departures.register(MethodPage, _leaving)
    departures.register(MethodPage, _moved, at=[Moment.MOVED])
    departures.register(MethodPage, _derived_from, at=Moment)
