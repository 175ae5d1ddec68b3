"""Where a commune is: its town hall, once checked against its contour."""

from enum import StrEnum

from portal.territories.building.contours import Contour, Point, distance_km, point_inside

# Contours are simplified by some tens of metres; a town hall farther out belongs to somebody else.
NEAR_KM = 0.5


class Verdict(StrEnum):
    """What became of the point a source gives for a town hall."""

    INSIDE = "inside its commune"
    NEAR = "on the edge of its commune"
    SIGN_FLIPPED = "the minus sign of the longitude was lost"
    NAMESAKE = "wrong or missing: the place of that name inside the commune"
    MOVED = "wrong or missing: put inside the commune"
    UNCHECKED = "no contour to check it against"
    BY_HAND = "placed by hand"


def checked(
    point: Point | None, contour: Contour | None, *, other: Point | None, by_hand: Point | None
) -> tuple[Point, Verdict]:
    """Return the point to trust and why.

    Raises:
        ValueError: nothing says where the commune is.
    """
    if contour and point and (kept := plausible(point, contour)):
        return kept
    if contour:
        return (other, Verdict.NAMESAKE) if other else (point_inside(contour), Verdict.MOVED)
    if by_hand:
        return by_hand, Verdict.BY_HAND
    if point:
        return point, Verdict.UNCHECKED
    raise ValueError("Neither a point, nor a contour, nor a place given by hand.")


def plausible(point: Point, contour: Contour) -> tuple[Point, Verdict] | None:
    """Keep a point that lies in its contour, as given or with its minus sign back."""
    distance = distance_km(contour, point)
    if distance <= NEAR_KM:
        return point, Verdict.NEAR if distance else Verdict.INSIDE
    mirrored = Point(-point.longitude, point.latitude)
    if distance_km(contour, mirrored) <= NEAR_KM:
        return mirrored, Verdict.SIGN_FLIPPED
    return None
