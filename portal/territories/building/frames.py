"""Frames and label points of départements and régions, from their communes."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from portal.territories.building.communes import Placed
from portal.territories.building.contours import Contour, Point, contains
from portal.territories.building.sources import Record
from portal.territories.names import department_code

# Around islands whose contour is not in the packages.
MARGIN = 0.15


def frame(communes: Sequence[Placed]) -> tuple[float, float, float, float]:
    """Return south, west, north, east."""
    boxes = [
        commune.contour.bounds if commune.contour else around(commune.point) for commune in communes
    ]
    west, south = (min(box[side] for box in boxes) for side in (0, 1))
    east, north = (max(box[side] for box in boxes) for side in (2, 3))
    return south, west, north, east


def around(point: Point) -> tuple[float, float, float, float]:
    """Return a small frame around a point: west, south, east, north."""
    return (
        point.longitude - MARGIN,
        point.latitude - MARGIN,
        point.longitude + MARGIN,
        point.latitude + MARGIN,
    )


def label_point(communes: Sequence[Placed]) -> Point:
    """Return the centre of a territory, or the nearest of its communes when that lies outside."""
    centre = centroid(communes)
    if any(commune.contour and contains(commune.contour, centre) for commune in communes):
        return centre
    return min(
        (commune.point for commune in communes),
        key=lambda point: (
            (point.longitude - centre.longitude) ** 2 + (point.latitude - centre.latitude) ** 2
        ),
    )


def centroid(communes: Iterable[Placed]) -> Point:
    """Return the mean of the communes' points, each weighing its area."""
    weighted = [
        (max(area(commune.contour), 1e-9) if commune.contour else 1e-9, commune.point)
        for commune in communes
    ]
    total = sum(weight for weight, _ in weighted)
    return Point(
        sum(weight * point.longitude for weight, point in weighted) / total,
        sum(weight * point.latitude for weight, point in weighted) / total,
    )


def area(contour: Contour) -> float:
    """Return an area in square degrees, good enough to weigh neighbours."""
    return sum(
        abs(sum(a.longitude * b.latitude - b.longitude * a.latitude for a, b in pairwise(ring)))
        for ring in (polygon[0] for polygon in contour.polygons)
    )


def department_rows(
    records: Iterable[Record], communes: Mapping[str, Sequence[Placed]]
) -> list[list[object]]:
    """List the départements with their label and frame."""
    return [
        [record["code"], record["nom"], record["region"], *placed_rounded(communes[record["code"]])]
        for record in records
    ]


def region_rows(
    records: Iterable[Record],
    departments: Iterable[Record],
    communes: Iterable[Placed],
) -> list[list[object]]:
    """List the régions with their label and frame."""
    region_of = {record["code"]: record["region"] for record in departments}
    gathered: dict[str, list[Placed]] = {record["code"]: [] for record in records}
    for commune in communes:
        gathered[region_of[department_code(commune.record["code"])]].append(commune)
    return [
        [record["code"], record["nom"], record["zone"], *placed_rounded(gathered[record["code"]])]
        for record in records
    ]


def placed_rounded(communes: Sequence[Placed]) -> list[float]:
    """Return label latitude and longitude, then the frame, to a hundredth of a degree."""
    label = label_point(communes)
    return [round(number, 2) for number in (label.latitude, label.longitude, *frame(communes))]
