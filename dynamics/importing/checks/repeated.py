"""Points that come again and again: the middle of something, or an address that everybody was given."""

from dynamics.importing import notes
from dynamics.importing.checks.coordinates import Point
from dynamics.importing.checks.findings import REPEATED, Finding

# As many records at one point are a house of associations; or a point that means nothing.
MANY = 3


class Repetitions:
    """Counts the rows at each point, and tells of each of them once there are many."""

    def __init__(self) -> None:
        # The first two rows of a point are told of when the third comes.
        self._notes = notes.table(
            "CREATE TABLE points (latitude REAL, longitude REAL, count INT, first INT, second INT,"
            " PRIMARY KEY (latitude, longitude)) WITHOUT ROWID"
        )

    def add(self, row: int, point: Point) -> list[tuple[int, Finding]]:
        """Count a row; return the rows of which it must be said that others are at the same point."""
        place = Point(round(point.latitude, 5), round(point.longitude, 5))
        count, first, second = self._counted(row, place)
        if count < MANY:
            return []
        rows = [first, second, row] if count == MANY else [row]
        shown = f"{place.latitude:g} {place.longitude:g}"
        return [(each, Finding(REPEATED, "latitude", shown, about=str(count))) for each in rows]

    def _counted(self, row: int, place: Point) -> tuple[int, int, int]:
        """Count one more row at a place; return how many there are now, and the first two."""
        self._notes.execute(
            "INSERT INTO points VALUES (?, ?, 1, ?, NULL) ON CONFLICT DO UPDATE"
            " SET count = count + 1, second = coalesce(second, excluded.first)",
            (*place, row),
        )
        sought = "SELECT count, first, second FROM points WHERE latitude = ? AND longitude = ?"
        count, first, second = self._notes.execute(sought, place).fetchone()
        return count, first, second
