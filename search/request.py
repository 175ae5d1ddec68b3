"""What is asked of search, and what it answers: values, whichever engine is behind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from math import asin, cos, degrees, radians, sin, sqrt

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from search.cells import Cell
from search.schema import PUBLIC

PER_PAGE = 20
EARTH_RADIUS_KM = 6371.0088
RIGHT_ANGLE = 90.0
# Nobody reads further, and an engine keeps everything before a page in memory.
MAX_WINDOW = 10_000


class Sort(StrEnum):
    """The orders one may ask for."""

    RELEVANCE = "relevance"
    TITLE = "title"
    RECENT = "recent"
    OLDEST = "oldest"
    NEWEST = "newest"
    DISTANCE = "distance"

    @property
    def label(self) -> str | Promise:
        """Name the order, for people."""
        return SORT_LABELS[self]


SORT_LABELS: Mapping[Sort, str | Promise] = {
    Sort.RELEVANCE: _("Most relevant first"),
    Sort.TITLE: _("Alphabetical order"),
    Sort.RECENT: _("Latest updates first"),
    Sort.OLDEST: _("Oldest first"),
    Sort.NEWEST: _("Most recently created first"),
    Sort.DISTANCE: _("Nearest first"),
}


@dataclass(frozen=True)
class Box:
    """A rectangle on the map, in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class Near:
    """A circle on the map."""

    latitude: float
    longitude: float
    radius_km: float

    def distance_to(self, latitude: float | None, longitude: float | None) -> float | None:
        """Return the great-circle distance to a point, in kilometres."""
        if latitude is None or longitude is None:
            return None
        here, there = radians(self.latitude), radians(latitude)
        haversine = (
            sin((there - here) / 2) ** 2
            + cos(here) * cos(there) * sin(radians(longitude - self.longitude) / 2) ** 2
        )
        return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(haversine)))

    @property
    def box(self) -> Box:
        """Return the smallest rectangle around the circle."""
        height = degrees(self.radius_km / EARTH_RADIUS_KM)
        if abs(self.latitude) + height >= RIGHT_ANGLE:
            return Box(
                -2 * RIGHT_ANGLE, self.latitude - height, 2 * RIGHT_ANGLE, self.latitude + height
            )
        width = degrees(asin(sin(radians(height)) / cos(radians(self.latitude))))
        return Box(
            self.longitude - width,
            self.latitude - height,
            self.longitude + width,
            self.latitude + height,
        )


@dataclass(frozen=True)
class SearchRequest:
    """A question: words, choices, an order, a page.

    Values of one facet add up (or), facets restrict one another (and).
    `kinds` is the choice made in the facet "kind". Only `audiences` may see the answer.
    `facets` names those whose counts are wanted, `cells` the level of the squares of the map to count.
    `is_verbatim` refuses any correction.
    `is_guided` lets animators put something first.
    """

    terms: str = ""
    kinds: tuple[str, ...] = ()
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    per_page: int = PER_PAGE
    facets: tuple[str, ...] = ()
    near: Near | None = None
    box: Box | None = None
    cells: int | None = None
    audiences: frozenset[str] = frozenset({PUBLIC})
    is_verbatim: bool = False
    is_guided: bool = True

    @cached_property
    def choices(self) -> Mapping[str, frozenset[str]]:
        """Gather what was chosen in each facet, kinds included."""
        chosen = {name: frozenset(values) for name, values in self.filters.items() if values}
        if self.kinds:
            chosen["kind"] = frozenset(self.kinds)
        return chosen

    @property
    def has_choices(self) -> bool:
        """Tell whether anything restricts the answer besides the words."""
        return bool(self.choices or self.near or self.box)


@dataclass(frozen=True)
class Hit:
    """One thing found. `extract` is safe HTML where the words found stand in <mark>.

    What is on request does not conform to the charter: whoever shows it says so.
    `is_chosen` says that animators put it first for this question, and `why` gives their reason.
    """

    uid: str
    kind: str
    kind_label: str
    title: str
    url: str
    extract: SafeString
    tags: tuple[str, ...] = ()
    distance_km: float | None = None
    is_on_request: bool = False
    is_chosen: bool = False
    why: str = ""


@dataclass(frozen=True)
class FacetValue:
    """One possible choice, and how many things it would show."""

    value: str
    label: str
    count: int
    is_selected: bool = False


@dataclass(frozen=True)
class FacetCounts:
    """The choices of one facet. Counts ignore the choice already made in it."""

    name: str
    label: str
    values: tuple[FacetValue, ...] = ()

    @property
    def selected(self) -> tuple[FacetValue, ...]:
        """Return the choices made."""
        return tuple(value for value in self.values if value.is_selected)


@dataclass(frozen=True)
class Results:
    """The answer to a question.

    `corrected` is what was searched instead of what was typed; `explanations` say why an acronym
    matched; `cells` are squares of the map of `level`, which is wider than asked where they would be
    too many; `notice` is a sentence to show when the answer is not a plain one. When search is not
    `is_available`, the rooms that can list their things otherwise do.
    """

    request: SearchRequest
    hits: tuple[Hit, ...] = ()
    total: int = 0
    page: int = 1
    pages: int = 1
    facets: Mapping[str, FacetCounts] = field(default_factory=dict)
    corrected: str | None = None
    explanations: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    level: int | None = None
    notice: str = ""
    is_available: bool = True

    @property
    def uids(self) -> tuple[str, ...]:
        """Name what was found, in order."""
        return tuple(hit.uid for hit in self.hits)

    @property
    def primary_keys(self) -> tuple[str, ...]:
        """Return the second halves of the uids, in order."""
        return tuple(uid.partition(":")[2] for uid in self.uids)
