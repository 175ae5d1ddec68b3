"""What the map is given to draw, as light as it can be."""

from collections.abc import Mapping, Sequence

from dynamics.directory.models import Dynamic
from search.cells import bounds_of
from search.request import Results

# About a metre: nobody sees more on a map.
DECIMALS = 5
COLUMNS = ("slug", "name", "longitude", "latitude", "type__code", "place_precision", "place_label")


def cells(results: Results) -> list[dict[str, object]]:
    """Return the squares counted."""
    level = results.level or 0
    return [
        {
            "key": f"{level}/{cell.key}",
            "n": cell.count,
            "lon": round(cell.longitude, DECIMALS),
            "lat": round(cell.latitude, DECIMALS),
            "bbox": [round(degrees, DECIMALS) for degrees in bounds_of(cell.key, level)],
        }
        for cell in results.cells
    ]


def points(keys: Sequence[str], *, site: str) -> list[dict[str, object]]:
    """Return the dynamics of these keys that have a place, in one query."""
    rows = Dynamic.objects.published().located().filter(pk__in=keys).order_by("pk")
    return [
        {
            "slug": slug,
            "name": name,
            "url": f"{site}/dynamiques/{slug}/",
            "lon": round(longitude, DECIMALS),
            "lat": round(latitude, DECIMALS),
            "type": type_,
            "precision": precision,
            "place": place,
        }
        for slug, name, longitude, latitude, type_, precision, place in rows.values_list(*COLUMNS)
    ]


def counts_of(results: Results, facet: str) -> Mapping[str, int]:
    """Return how many there are of each value of a facet."""
    return {value.value: value.count for value in results.facets[facet].values}
