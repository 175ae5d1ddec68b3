"""Points that come again and again: the middle of something, or an address that everybody was given."""

from dynamics.importing.checks.coordinates import Point
from dynamics.importing.checks.findings import REPEATED, Finding

# As many records at one point are a house of associations; or a point that means nothing.
MANY = 3


class Repetitions:
    """Counts the rows at each point, and tells of each of them once there are many."""

    def __init__(self) -> None:
        self._first: dict[Point, list[int]] = {}
        self._count: dict[Point, int] = {}

    def add(self, row: int, point: Point) -> list[tuple[int, Finding]]:
        """Count a row; return the rows of which it must be said that others are at the same point."""
        place = Point(round(point.latitude, 5), round(point.longitude, 5))
        count = self._count[place] = self._count.get(place, 0) + 1
        if count < MANY:
            self._first.setdefault(place, []).append(row)
            return []
        rows = [*self._first.pop(place, []), row]
        shown = f"{place.latitude:g} {place.longitude:g}"
        return [(each, Finding(REPEATED, "latitude", shown, about=str(count))) for each in rows]
