"""Contours are read, and say what is inside, near, or far."""

import struct

import pytest

from portal.territories.building.contours import (
    Contour,
    Point,
    contains,
    distance_km,
    point_inside,
    read_contour,
    read_point,
)
from portal.territories.building.town_halls import Verdict, checked


def ring(*points):
    return [Point(*point) for point in points]


SQUARE = ring((1, 45), (2, 45), (2, 46), (1, 46), (1, 45))
HOLE = ring((1.4, 45.4), (1.6, 45.4), (1.6, 45.6), (1.4, 45.6), (1.4, 45.4))
PIERCED = Contour([[SQUARE, HOLE]])
WESTERN = Contour([[ring((-3.3, 48.7), (-3.1, 48.7), (-3.1, 48.9), (-3.3, 48.9), (-3.3, 48.7))]])


def as_wkb(contour):
    parts = [b"\x01\x06\x00\x00\x00", struct.pack("<I", len(contour.polygons))]
    for polygon in contour.polygons:
        parts += [b"\x01\x03\x00\x00\x00", struct.pack("<I", len(polygon))]
        for points in polygon:
            parts.append(struct.pack("<I", len(points)))
            parts += [struct.pack("<dd", point.longitude, point.latitude) for point in points]
    return b"".join(parts)


def test_a_contour_is_read_with_its_holes():
    assert read_contour(as_wkb(PIERCED)) == PIERCED


def test_an_absent_contour_is_none():
    assert read_contour(b"") is None


def test_an_empty_point_is_no_point():
    wkb = b"\x01\x01\x00\x00\x00"
    assert read_point(wkb + struct.pack("<dd", float("nan"), float("nan"))) is None
    assert read_point(wkb + struct.pack("<dd", 2.5, 47.0)) == Point(2.5, 47.0)
    assert read_point(b"") is None


def test_a_point_in_a_hole_is_outside():
    assert contains(PIERCED, Point(1.2, 45.2))
    assert not contains(PIERCED, Point(1.5, 45.5))
    assert not contains(PIERCED, Point(3, 45.5))


def test_a_distance_is_in_kilometres_and_null_inside():
    assert distance_km(PIERCED, Point(1.2, 45.2)) == 0
    assert distance_km(PIERCED, Point(1.5, 46.1)) == pytest.approx(11.1, abs=0.1)


def test_a_point_can_always_be_put_inside():
    assert contains(PIERCED, point_inside(PIERCED))
    assert PIERCED.bounds == (1, 45, 2, 46)


@pytest.mark.parametrize(
    ("town_hall", "verdict"),
    [
        (Point(-3.2, 48.8), Verdict.INSIDE),
        (Point(-3.2, 48.902), Verdict.NEAR),
        (Point(3.2, 48.8), Verdict.SIGN_FLIPPED),
        (Point(2.3, 48.8), Verdict.MOVED),
        (None, Verdict.MOVED),
    ],
)
def test_a_town_hall_is_checked_against_its_commune(town_hall, verdict):
    point, found = checked(town_hall, WESTERN, other=None, by_hand=None)

    assert found is verdict
    assert distance_km(WESTERN, point) < 0.5


def test_a_lost_town_hall_gives_way_to_the_place_of_that_name():
    village = Point(-3.15, 48.75)

    assert checked(None, WESTERN, other=village, by_hand=None) == (village, Verdict.NAMESAKE)


def test_without_a_contour_a_point_by_hand_comes_first():
    by_hand, town_hall = Point(2, 45), Point(2.01, 45)

    assert checked(town_hall, None, other=None, by_hand=by_hand) == (by_hand, Verdict.BY_HAND)
    assert checked(town_hall, None, other=None, by_hand=None) == (town_hall, Verdict.UNCHECKED)


def test_a_commune_that_nothing_places_stops_the_build():
    with pytest.raises(ValueError, match="Neither"):
        checked(None, None, other=None, by_hand=None)
