"""From the parameters of the map to a question for search: the same filters as the list and the data."""

from collections.abc import Iterator

from ninja.errors import HttpError
from pydantic import Field
from taggit.models import Tag

from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from dynamics.cartography import viewport
from dynamics.cartography.viewport import Viewport
from dynamics.directory import nearby
from dynamics.directory.documents import KIND
from dynamics.directory.filtering import VOCABULARIES, territories
from dynamics.directory.schemas import DynamicFilters
from portal.core.parameters import Word
from portal.territories.models import Department, Region
from portal.vocabulary.codes import codes_of, require_known
from search.api import CIRCLES
from search.request import Near, SearchRequest

DEEPEST_ZOOM = 22
FACETS = (
    "type",
    "region",
    "phase",
    "theme",
    "initiator",
    "logic",
    "legal_form",
    "keyword",
    "origin",
)
UNREADABLE = 422


class MapQuery(DynamicFilters):
    """A part of the map, and which dynamics."""

    z: int = Field(5, ge=0, le=DEEPEST_ZOOM, description=_("The zoom of the map."))
    q: str = Field("", description=_("Words, as one would type them."))
    pres: str = Field("", description=_("A commune, or a point: latitude, longitude."))
    origin: list[Word] = Field([], description=_("The sources that records were taken from."))
    rayon: str = Field("", description=_("Kilometres around it."))

    @property
    def view(self) -> Viewport:
        """The part of the map, widened to whole tiles."""
        return viewport.snapped(viewport.read(self.bbox, self.z))


def request_of(asked: MapQuery) -> SearchRequest:
    """Ask search for what the filters keep, anywhere.

    Raises:
        UnknownCodeError: a filter names something that does not exist.
        HttpError: the place is not one, or is several.
    """
    return SearchRequest(
        terms=asked.q,
        kinds=(KIND,),
        filters={name: frozenset(codes) for name, codes in _choices(asked) if codes},
        facets=(*FACETS, "situation"),
        audiences=CIRCLES[asked.circle],
        near=_near(asked),
        per_page=0,
    )


def _choices(asked: MapQuery) -> Iterator[tuple[str, list[str]]]:
    for name, model, _field in VOCABULARIES:
        codes = getattr(asked, name)
        if codes:
            require_known(name, codes, codes_of(model))
        yield name, codes
    for name, model in (("region", Region), ("department", Department)):
        yield name, [found.pk for found in territories(name, model, getattr(asked, name))]
    yield "initiator", list(asked.initiator)
    yield "logic", asked.logics
    yield "origin", list(asked.origin)
    yield "situation", list(asked.situation)
    yield "keyword", [slug for word in asked.keywords for slug in _slugs(word)]


def _slugs(word: str) -> list[str]:
    """Return the keywords written like this; an unknown one stays as it is, and finds nothing."""
    named = Tag.objects.filter(Q(name__iexact=word) | Q(slug=slugify(word)))
    return list(named.order_by("pk").values_list("slug", flat=True)) or [word]


def _near(asked: MapQuery) -> Near | None:
    found = nearby.read({nearby.PLACE: asked.pres, nearby.RADIUS: asked.rayon})
    if found.choices:
        choices = ", ".join(f"{each.label} = {each.value}" for each in found.choices)
        sentence = gettext(
            "“pres”: several communes are called so; give one of these: %(choices)s."
        )
        raise HttpError(UNREADABLE, sentence % {"choices": choices})
    if found.problem:
        raise HttpError(UNREADABLE, found.problem)
    return found.near
