"""What the map is given to draw, as light as it can be."""

from collections.abc import Mapping

from django.db.models import QuerySet

from dynamics.directory.models import Dynamic
from search.cells import bounds_of
from search.request import Near, Results

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


def points(dynamics: QuerySet[Dynamic], near: Near | None, *, site: str) -> list[dict[str, object]]:
    """Return those of these dynamics that have a place, in the circle if there is one, in one query."""
    rows = dynamics.located().order_by("pk").values_list(*COLUMNS)
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
        for slug, name, longitude, latitude, type_, precision, place in rows
        if near is None or (near.distance_to(latitude, longitude) or 0) <= near.radius_km
    ]


def facets(results: Results) -> dict[str, list[dict[str, object]]]:
    """Return what each choice would show; where a dynamic stands is what the map itself says."""
    return {
        name: [
            {"value": each.value, "label": each.label, "count": each.count} for each in facet.values
        ]
        for name, facet in results.facets.items()
        if name != "situation"
    }


def counts_of(results: Results, facet: str) -> Mapping[str, int]:
    """Return how many there are of each value of a facet."""
    return {value.value: value.count for value in results.facets[facet].values}
