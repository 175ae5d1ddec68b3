"""Frames on the map."""

from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

WORLD = 360


class Bounds(NamedTuple):
    """A frame, in the order GeoJSON gives it: west, south, east, north."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, latitude: float, longitude: float) -> bool:
        """Say whether a point lies in the frame."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east

    def pieces(self) -> "Iterator[Bounds]":
        """Yield the same frame as one or two that do not cross the antimeridian (RFC 7946, 5.2)."""
        if self.west <= self.east:
            yield self
        else:
            yield self._replace(east=180.0)
            yield self._replace(west=-180.0)


class BadBoundsError(ValueError):
    """A text is not four coordinates, west, south, east, north."""


def read_bounds(text: str) -> Bounds:
    """Read `w,s,e,n`; a map that turned round the world is brought back onto it.

    Raises:
        BadBoundsError: there are not four numbers, or the north lies south of the south.
    """
    try:
        west, south, east, north = map(float, text.split(","))
    except ValueError as error:
        raise BadBoundsError(text) from error
    if not all(map(isfinite, (west, south, east, north))) or south > north:
        raise BadBoundsError(text)
    if abs(east - west) >= WORLD:
        west, east = -180.0, 180.0
    return Bounds(_on_the_globe(west), max(south, -90.0), _on_the_globe(east), min(north, 90.0))


def _on_the_globe(longitude: float) -> float:
    is_on_it = abs(longitude) <= WORLD / 2
    return longitude if is_on_it else (longitude + WORLD / 2) % WORLD - WORLD / 2
