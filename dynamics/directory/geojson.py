"""Dynamics as GeoJSON (RFC 7946): longitude first, WGS 84, a null geometry when the place is unknown."""

from collections.abc import Mapping
from typing import Any

DECIMALS = 6  # about ten centimetres: more would be noise


def point(place: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the geometry of a place."""
    longitude, latitude = place["longitude"], place["latitude"]
    if longitude is None or latitude is None:
        return None
    return {
        "type": "Point",
        "coordinates": [round(longitude, DECIMALS), round(latitude, DECIMALS)],
    }


def feature(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a dynamic as a feature; its properties are those of the JSON record."""
    return {
        "type": "Feature",
        "id": record["slug"],
        "geometry": point(record["place"]),
        "properties": dict(record),
    }
