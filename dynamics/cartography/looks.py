"""The map and the table: two ways of looking at the selection of the directory."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dynamics.cartography import table
from dynamics.directory import nearby
from dynamics.directory.looks import Look
from portal.territories.attribution import ATTRIBUTION, BASEMAP
from portal.territories.bounds import Bounds
from portal.territories.models import Region
from search.listing import Link, Listing
from search.request import Results
from search.schema import UNLOCATED

MAINLAND = Bounds(-5.2, 41.3, 9.6, 51.1)
BELGIUM = Bounds(2.5, 49.4, 6.4, 51.5)
QUEBEC = Bounds(-79.8, 44.9, -57.0, 55.0)


@dataclass(frozen=True)
class Place:
    """Somewhere the map can be led to."""

    name: str
    bounds: Bounds
    # How many are there; none when nobody counted: the bounds of Belgium hold Lille too.
    count: int = 0

    @property
    def written(self) -> str:
        """The bounds as an attribute holds them."""
        return ",".join(f"{degrees:.3f}" for degrees in self.bounds)


@dataclass(frozen=True)
class RegionCount:
    """A region, how many of the selection are there, and the list of those."""

    name: str
    count: int
    url: str


def as_map(_request: HttpRequest, asked: Listing, results: Results) -> dict[str, object]:
    """The selection on a map, and by region for those who do not see it."""
    regions = list(by_region(asked, results))
    elsewhere = max(0, results.total - sum(region.count for region in regions))
    missing = nowhere(asked, results)
    near = asked.request.near
    point = f"{near.latitude},{near.longitude}" if near else ""
    return {
        "map_data": reverse("api-v1:show_map")
        + asked.address(vue="", sort="", cadre="", papier="", **{nearby.PLACE: point}),
        "basemap": BASEMAP,
        "attribution": ATTRIBUTION,
        "places": list(places(results, with_neighbours=elsewhere > int(missing.label))),
        "regions": regions,
        "elsewhere": elsewhere,
        "nowhere": missing,
        # A map has no order.
        "sorts": [],
        "list_address": asked.address(vue=""),
    }


def places(results: Results, *, with_neighbours: bool) -> Iterator[Place]:
    """Yield what no single view can show: the mainland, each overseas territory, the neighbours.

    Search counts them: seen from afar, one square holds two islands.
    """
    facet = results.facets["region"]
    counts = {value.value: value.count for value in facet.selected or facet.values if value.count}
    far = list(Region.objects.overseas())
    mainland = sum(counts.values()) - sum(counts.get(region.code, 0) for region in far)
    if mainland:
        yield Place(_("Mainland France"), MAINLAND, mainland)
    for region in far:
        if region.code in counts:
            yield Place(region.name, region.bounds, counts[region.code])
    if with_neighbours:
        yield Place(_("Belgium"), BELGIUM)
        yield Place(_("Québec"), QUEBEC)


def by_region(asked: Listing, results: Results) -> Iterator[RegionCount]:
    """Yield the regions of the selection, the fullest first."""
    facet = results.facets["region"]
    for value in facet.selected or facet.values:
        if value.count:
            address = asked.address(vue="", region="") + f"&region={value.value}"
            yield RegionCount(value.label, value.count, address.replace("?&", "?"))


def nowhere(asked: Listing, results: Results) -> Link:
    """Return how many have no location, and the list of those."""
    counts = {each.value: each.count for each in results.facets["situation"].values}
    address = asked.address(vue="", situation=UNLOCATED, **{nearby.PLACE: "", nearby.RADIUS: ""})
    return Link(str(counts.get(UNLOCATED, 0)), address)


MAP = Look(
    "carte",
    gettext_lazy("Map"),
    20,
    "cartography/map.html",
    as_map,
    head="components/map_head.html",
    scripts=("js/portal-map.js",),
    is_of_counts=True,
)
TABLE = Look(
    "tableau",
    gettext_lazy("Table"),
    40,
    "cartography/table.html",
    table.as_table,
    kept=(table.SORTED_BY,),
)
