"""Which methods left the referential."""

from collections.abc import Iterator

from django.db.models import QuerySet

from portal.core import departures
from portal.core.departures import Leaving
from portal.core.models import Departure
from toolbox.models import MethodPage

METHOD = "method"


def _leaving(method: MethodPage) -> Iterator[Leaving]:
    if method.first_published_at:
        yield Leaving(METHOD, method.slug, method.title)


def gone() -> QuerySet[Departure]:
    """Return the methods that everybody could read, and cannot any more."""
    return departures.of_kind(METHOD, present=MethodPage.objects.published().values("slug"))


def register() -> None:
    """Note the methods that leave."""
    departures.register(MethodPage, _leaving)
