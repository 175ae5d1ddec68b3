"""Where a commune is: its town hall, once checked against its contour."""

from enum import StrEnum

from portal.territories.building.contours import Contour, Point, distance_km, point_inside

NEAR_KM = 3.0


class Verdict(StrEnum):
    """What became of the point a source gives for a town hall."""

    INSIDE = "inside its commune"
    NEAR = "within three kilometres of its commune"
    SIGN_FLIPPED = "the minus sign of the longitude was lost"
    MOVED = "too far from its commune: put inside it"
    MISSING = "no point given: put inside its commune"
    UNCHECKED = "no contour to check it against"
    BY_HAND = "neither point nor contour: placed by hand"


def checked(
    point: Point | None, contour: Contour | None, by_hand: Point | None
) -> tuple[Point, Verdict]:
    """Return the point to trust and why.

    Raises:
        ValueError: nothing says where the commune is.
    """
    if contour and point:
        return against(contour, point)
    if contour:
        return point_inside(contour), Verdict.MISSING
    if by_hand:
        return by_hand, Verdict.BY_HAND
    if point:
        return point, Verdict.UNCHECKED
    raise ValueError("Neither a point, nor a contour, nor a place given by hand.")


def against(contour: Contour, point: Point) -> tuple[Point, Verdict]:
    """Check a point against a contour; 72 town halls of the source lost their minus sign."""
    distance = distance_km(contour, point)
    if distance <= NEAR_KM:
        return point, Verdict.NEAR if distance else Verdict.INSIDE
    mirrored = Point(-point.longitude, point.latitude)
    if distance_km(contour, mirrored) <= NEAR_KM:
        return mirrored, Verdict.SIGN_FLIPPED
    return point_inside(contour), Verdict.MOVED
