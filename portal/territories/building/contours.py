"""Contours of communes: read them, and tell whether a point is inside, near, or where one may be put."""

import struct
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians

KILOMETRES_PER_DEGREE = 111.32
WKB_HEADER = 5
MULTIPOLYGON = b"\x01\x06\x00\x00\x00"
POINT = b"\x01\x01\x00\x00\x00"
SCAN_LINES = 8


@dataclass(frozen=True)
class Point:
    """A place on Earth, in degrees."""

    longitude: float
    latitude: float


Ring = Sequence[Point]
Polygon = Sequence[Ring]


@dataclass(frozen=True)
class Contour:
    """The outline of a territory: polygons, each an outer ring and its holes."""

    polygons: Sequence[Polygon]

    @property
    def rings(self) -> Iterator[Ring]:
        """Every ring, outer or inner."""
        return (ring for polygon in self.polygons for ring in polygon)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        longitudes = [point.longitude for ring in self.rings for point in ring]
        latitudes = [point.latitude for ring in self.rings for point in ring]
        return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def read_point(wkb: bytes) -> Point | None:
    """Read a WKB point; an empty one, which is written with "not a number", is no point."""
    if not wkb.startswith(POINT):
        return None
    longitude, latitude = struct.unpack_from("<dd", wkb, WKB_HEADER)
    return Point(longitude, latitude) if longitude == longitude else None  # noqa: PLR0124 - NaN


def read_contour(wkb: bytes) -> Contour | None:
    """Read a little-endian WKB multipolygon."""
    if not wkb.startswith(MULTIPOLYGON):
        return None
    offset = WKB_HEADER + 4
    polygons = []
    for _ in range(struct.unpack_from("<I", wkb, WKB_HEADER)[0]):
        polygon, offset = read_polygon(wkb, offset)
        polygons.append(polygon)
    return Contour(polygons)


def read_polygon(wkb: bytes, offset: int) -> tuple[Polygon, int]:
    """Read one polygon, and say where the next begins."""
    count = struct.unpack_from("<I", wkb, offset + WKB_HEADER)[0]
    offset += WKB_HEADER + 4
    rings = []
    for _ in range(count):
        length = struct.unpack_from("<I", wkb, offset)[0]
        end = offset + 4 + 16 * length
        numbers = array("d", wkb[offset + 4 : end])
        rings.append(
            [Point(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)],
        )
        offset = end
    return rings, offset


def crossings(contour: Contour, latitude: float) -> list[float]:
    """Return the longitudes where a parallel crosses the outline, from west to east."""
    return sorted(
        a.longitude
        + (latitude - a.latitude) * (b.longitude - a.longitude) / (b.latitude - a.latitude)
        for ring in contour.rings
        for a, b in pairwise(ring)
        if (a.latitude > latitude) != (b.latitude > latitude)
    )


def contains(contour: Contour, point: Point) -> bool:
    """Say whether a point is inside: an odd number of crossings lies to its east."""
    east = [x for x in crossings(contour, point.latitude) if x > point.longitude]
    return len(east) % 2 == 1


def distance_km(contour: Contour, point: Point) -> float:
    """Return how far a point is from the outline, in kilometres, zero inside."""
    if contains(contour, point):
        return 0.0
    shrink = cos(radians(point.latitude))

    def flat(other: Point) -> tuple[float, float]:
        return (other.longitude - point.longitude) * shrink, other.latitude - point.latitude

    return KILOMETRES_PER_DEGREE * min(
        distance_from_origin(flat(a), flat(b)) for ring in contour.rings for a, b in pairwise(ring)
    )


def distance_from_origin(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return the distance from (0, 0) to a segment."""
    run, rise = end[0] - start[0], end[1] - start[1]
    squared = run * run + rise * rise
    along = 0.0 if not squared else -(start[0] * run + start[1] * rise) / squared
    along = min(1.0, max(0.0, along))
    return hypot(start[0] + along * run, start[1] + along * rise)


def point_inside(contour: Contour) -> Point:
    """Return a point that is inside: the middle of the widest chord of a few parallels."""
    _, south, _, north = contour.bounds
    step = (north - south) / (SCAN_LINES + 1)
    chords = [
        (west, east, latitude)
        for latitude in (south + step * line for line in range(1, SCAN_LINES + 1))
        for west, east in zip(*[iter(crossings(contour, latitude))] * 2, strict=True)
    ]
    west, east, latitude = max(chords, key=lambda chord: chord[1] - chord[0])
    return Point((west + east) / 2, latitude)
