"""Coordinates in metres, as French maps have them: Lambert-93, and its nine zones."""

from functools import lru_cache

from pyproj import Transformer

LAMBERT_93 = 2154
EASTINGS, NORTHINGS = (30_000, 1_300_000), (6_000_000, 7_300_000)
# The zones are numbered after their parallel, 42 to 50; each has a million metres of its own.
ZONES, ZONE_EASTINGS = range(42, 51), (1_100_000, 2_300_000)
ZONE_NORTH, OF_THE_FIRST, BESIDE_A_PARALLEL = 1_000_000, 200_000, 170_000


def in_degrees(one: float, other: float) -> tuple[float, float] | None:
    """Return the latitude and longitude of metres, whichever of the two comes first; None when they are none."""
    for northing, easting in ((one, other), (other, one)):
        if code := projection_of(northing, easting):
            longitude, latitude = _transformer(code).transform(easting, northing)
            return round(latitude, 6), round(longitude, 6)
    return None


def projection_of(northing: float, easting: float) -> int:
    """Return the code of the projection that a point can only be in; 0 when it is in none of these."""
    if EASTINGS[0] <= easting <= EASTINGS[1] and NORTHINGS[0] <= northing <= NORTHINGS[1]:
        return LAMBERT_93
    if ZONE_EASTINGS[0] <= easting <= ZONE_EASTINGS[1]:
        zone = round((northing - OF_THE_FIRST) / ZONE_NORTH) + 41
        middle = (zone - 41) * ZONE_NORTH + OF_THE_FIRST
        if zone in ZONES and abs(northing - middle) <= BESIDE_A_PARALLEL:
            return 3900 + zone
    return 0


@lru_cache(maxsize=10)
def _transformer(code: int) -> Transformer:
    return Transformer.from_crs(f"EPSG:{code}", "EPSG:4326", always_xy=True)
