"""What the map draws: one light GeoJSON feature per dynamic (RFC 7946)."""

from collections.abc import Iterable, Mapping

# What a point says; the record says the rest.
COLUMNS = ("name", "slug", "summary", "place_label", "latitude", "longitude")


def collection(dynamics: Iterable[Mapping[str, object]]) -> dict:
    """Return the points of dynamics given as rows of `COLUMNS`; longitude first, in degrees."""
    return {"type": "FeatureCollection", "features": [_feature(dynamic) for dynamic in dynamics]}


def _feature(dynamic: Mapping[str, object]) -> dict:
    return {
        "type": "Feature",
        "geometry": {
            "type": "Point",
            "coordinates": [dynamic["longitude"], dynamic["latitude"]],
        },
        "properties": {
            "name": dynamic["name"],
            "url": f"/dynamiques/{dynamic['slug']}/",
            "summary": dynamic["summary"],
            "place": {"label": dynamic["place_label"]},
        },
    }
