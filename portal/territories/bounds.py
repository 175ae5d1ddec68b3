"""Frames on the map."""

from typing import NamedTuple


class Bounds(NamedTuple):
    """A frame, in the order GeoJSON gives it: west, south, east, north."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, latitude: float, longitude: float) -> bool:
        """Say whether a point lies in the frame."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east
