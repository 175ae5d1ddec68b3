"""Squares of the map: which one a point is in, and what each covers.

Web-Mercator tiles, as every web map cuts the world: level 0 is one square, each level cuts squares in
four. The key of a square interleaves its column and its row, so that dropping the last two bits of a
key gives the square around it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import asinh, atan, degrees, floor, pi, radians, sinh, tan

DEEPEST = 24
LEVELS = range(3, 19)
# Past this many squares a map is a blur, and an engine may cut the list.
MOST_CELLS = 5_000
# Beyond these latitudes a square map of the world stops.
POLE = 85.0511
_HALF_TURN = 180.0


@dataclass(frozen=True)
class Cell:
    """What stands in one square of the map: how many things, and the middle of them in degrees."""

    key: int
    count: int
    latitude: float
    longitude: float


def field_of(level: int) -> str:
    """Name the field of the index that holds the squares of a level."""
    return f"g{level}"


def nearest_level(level: int) -> int:
    """Return the indexed level that is the closest to the one asked for."""
    return max(LEVELS.start, min(level, LEVELS.stop - 1))


def column_and_row(latitude: float, longitude: float, level: int) -> tuple[int, int]:
    """Return the place of a point's square, counted from the west and from the north."""
    side = 1 << level
    latitude = max(-POLE, min(latitude, POLE))
    across = (longitude + _HALF_TURN) / (2 * _HALF_TURN)
    down = (1 - asinh(tan(radians(latitude))) / pi) / 2
    return _within(floor(across * side), side), _within(floor(down * side), side)


def key_of(latitude: float, longitude: float, level: int = DEEPEST) -> int:
    """Return the key of the square a point is in."""
    column, row = column_and_row(latitude, longitude, level)
    key = 0
    for bit in range(level):
        key |= (column >> bit & 1) << 2 * bit | (row >> bit & 1) << (2 * bit + 1)
    return key


def keys_of(latitude: float, longitude: float) -> Iterator[tuple[int, int]]:
    """Yield each indexed level, with the square of that level a point is in."""
    deepest = key_of(latitude, longitude)
    for level in LEVELS:
        yield level, deepest >> 2 * (DEEPEST - level)


def bounds_of(key: int, level: int) -> tuple[float, float, float, float]:
    """Return what a square covers: west, south, east, north, in degrees."""
    column = row = 0
    for bit in range(level):
        column |= (key >> 2 * bit & 1) << bit
        row |= (key >> (2 * bit + 1) & 1) << bit
    west, north = _corner(column, row, level)
    east, south = _corner(column + 1, row + 1, level)
    return west, south, east, north


def _corner(column: int, row: int, level: int) -> tuple[float, float]:
    side = 1 << level
    longitude = column / side * 2 * _HALF_TURN - _HALF_TURN
    return longitude, degrees(atan(sinh(pi * (1 - 2 * row / side))))


def _within(number: int, side: int) -> int:
    return max(0, min(number, side - 1))
