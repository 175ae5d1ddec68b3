"""Points that are not where they should be: swapped, in metres, with a comma, a sign or a commune that disagrees."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dynamics.importing.checks.findings import (
    COMMA,
    FAR,
    LAMBERT,
    MISALIGNED,
    NOWHERE,
    SIGN,
    SWAPPED,
    Finding,
)
from dynamics.importing.checks.metres import in_degrees
from portal.territories.distances import kilometres


class Point(NamedTuple):
    """A place on the globe."""

    latitude: float
    longitude: float


# South, north, west, east of the places that a French-speaking directory speaks of.
PLAUSIBLE: Sequence[tuple[float, float, float, float]] = (
    (41.2, 51.6, -5.7, 9.9),  # metropolitan France, Belgium, Luxembourg, western Switzerland
    (45.7, 47.9, 5.9, 10.6),  # Switzerland
    (15.7, 16.6, -62.0, -60.9),  # Guadeloupe
    (14.3, 15.0, -61.3, -60.7),  # Martinique
    (17.8, 18.2, -63.2, -62.7),  # Saint-Martin, Saint-Barthélemy
    (2.0, 6.0, -54.8, -51.5),  # Guyane
    (-21.5, -20.8, 55.1, 55.9),  # La Réunion
    (-13.1, -12.5, 44.9, 45.4),  # Mayotte
    (46.7, 47.2, -56.5, -56.0),  # Saint-Pierre-et-Miquelon
    (-23.0, -19.5, 163.5, 168.3),  # Nouvelle-Calédonie
    (-28.0, -7.5, -155.0, -134.0),  # Polynésie française
    (-14.5, -13.1, -178.3, -176.0),  # Wallis-et-Futuna
    (44.9, 62.7, -79.9, -57.0),  # Québec
)
# Kilometres between a point and the middle of its commune, past which one of the two is wrong.
FAR_AWAY = 30.0
LATITUDES, LONGITUDES = 90, 180
NUMBER = re.compile(r"^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$")
DEGREES = re.compile(
    r"^(?P<before>[NSEWO])?\s*(?P<sign>-)?(?P<degrees>\d{1,3}(?:\.\d+)?)\s*(?:[°ºd]\s*|$|(?=[NSEWO]$))(?:(?P<minutes>\d{1,2}(?:\.\d+)?)\s*['′’m]\s*)?"
    r"(?:(?P<seconds>\d{1,2}(?:\.\d+)?)\s*(?:\"|″|”|''|’’|s)?\s*)?(?P<after>[NSEWO])?$",
    re.IGNORECASE,
)
PAIR = re.compile(
    r"^(?P<wkt>(?:SRID=\d+;)?\s*POINT(?:\s?Z)?\s*)?[\[(\s]*(?P<first>[-+]?\d+(?:[.,]\d+)?)\s*(?:[,;|]\s*|\s+)"
    r"(?P<second>[-+]?\d+(?:[.,]\d+)?)(?:\s+[-+]?\d+(?:\.\d+)?){0,2}[\])\s]*$",
    re.IGNORECASE,
)
DEGREES_PAIR = re.compile(
    r"^(?:(\d.*?[NS])[\s,;/]*(\d.*?[EWO])|([NS]\s*\d.*?)[\s,;/]*([EWO]\s*\d.*))$", re.IGNORECASE
)
# {"lat": 48.85, "lon": 2.35}, « latitude : 48.85 ; longitude : 2.35 »; a point of GeoJSON; the address of a map.
NAMED_PAIR = re.compile(
    r"^\W*lat\w*\W+?(-?\d+(?:[.,]\d+)?)\W+?lo?ng?\w*\W+?(-?\d+(?:[.,]\d+)?)\W*$", re.IGNORECASE
)
GEOJSON_POINT = re.compile(r"\[\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)")
MAP_ADDRESS = re.compile(r"^https?:\S*?(?:@|#map=\d+/|[?&]q=)(-?\d+\.\d+)[,/](-?\d+\.\d+)")
BEFORE_COMMA = re.compile(r"^[-+]?\d+,\d+$")


def number_of(text: str) -> float | None:
    """Return a number, whether written 46.5, 46,5, 46°30'00"N or 4.65e1; None when it is none."""
    plain = text.strip().replace(" ", "").replace(" ", "").replace("−", "-")
    if BEFORE_COMMA.match(plain):
        plain = plain.replace(",", ".")
    if NUMBER.match(plain):
        return float(plain)
    return _from_degrees(text.strip().replace(",", "."))


def _from_degrees(text: str) -> float | None:
    found = DEGREES.match(text)
    if not found:
        return None
    degrees, minutes, seconds = (
        float(found[name] or 0) for name in ("degrees", "minutes", "seconds")
    )
    value = degrees + minutes / 60 + seconds / 3600
    letter = (found["before"] or found["after"] or "").upper()
    return -value if letter in ("S", "W", "O") or found["sign"] else value


def pair_of(text: str) -> tuple[str, str] | None:
    """Cut one cell into a latitude and a longitude; WKT gives the longitude first."""
    if found := PAIR.match(text.strip()):
        first, second = found["first"], found["second"]
        return (second, first) if found["wkt"] else (first, second)
    if degrees := DEGREES_PAIR.match(text.strip()):
        return degrees[1] or degrees[3], degrees[2] or degrees[4]
    if found := NAMED_PAIR.match(text) or MAP_ADDRESS.match(text):
        return found[1], found[2]
    if '"Point"' in text and (found := GEOJSON_POINT.search(text)):
        return found[2], found[1]
    return None


def decimal_comma(latitude: str, longitude: str) -> list[Finding]:
    """Say that numbers are written with a comma."""
    for name, text in (("latitude", latitude), ("longitude", longitude)):
        if BEFORE_COMMA.match(text.strip()):
            return [Finding(COMMA, name, text, is_fixed=True)]
    return []


def half_a_point(latitude: str, longitude: str, together: str) -> list[Finding]:
    """Say that there is one number where there should be two, or that nobody can read the two."""
    shown = " ".join(filter(None, (latitude, longitude, together)))
    if not any(letter.isdecimal() for letter in shown):
        return []
    return [*decimal_comma(latitude, longitude), Finding(MISALIGNED, "latitude", shown[:60])]


def read(latitude: str, longitude: str) -> tuple[Point | None, list[Finding]]:
    """Return the point that two texts give, in degrees, and what had to be mended to read it."""
    numbers = number_of(latitude), number_of(longitude)
    if numbers[0] is None or numbers[1] is None:
        return None, half_a_point(latitude, longitude, "")
    findings = decimal_comma(latitude, longitude)
    point = Point(numbers[0], numbers[1])
    shown = f"{latitude} {longitude}"
    if degrees := in_degrees(point.latitude, point.longitude):
        return Point(*degrees), [*findings, Finding(LAMBERT, "latitude", shown, is_fixed=True)]
    if abs(point.latitude) < 1e-6 and abs(point.longitude) < 1e-6:  # noqa: PLR2004 - a metre from (0, 0)
        return None, [*findings, Finding(NOWHERE, "latitude", shown, is_fixed=True)]
    if is_on_earth(point):
        return point, findings
    if is_on_earth(swapped(point)):
        return swapped(point), [*findings, Finding(SWAPPED, "latitude", shown, is_fixed=True)]
    return None, [*findings, Finding(MISALIGNED, "latitude", shown)]


def is_on_earth(point: Point) -> bool:
    """Tell whether a point lies on the globe."""
    return abs(point.latitude) <= LATITUDES and abs(point.longitude) <= LONGITUDES


def is_plausible(point: Point) -> bool:
    """Tell whether a point lies where people speak French."""
    return any(
        south <= point.latitude <= north and west <= point.longitude <= east
        for south, north, west, east in PLAUSIBLE
    )


def swapped(point: Point) -> Point:
    """Exchange latitude and longitude."""
    return Point(point.longitude, point.latitude)


def flips(point: Point) -> Iterator[Point]:
    """Yield the point with another sign: the longitude first, it is the one that loses it."""
    yield Point(point.latitude, -point.longitude)
    yield Point(-point.latitude, point.longitude)
    yield Point(-point.latitude, -point.longitude)


def distance(point: Point, other: Point) -> float:
    """Return the kilometres between two points."""
    return kilometres(point.latitude, point.longitude, other.latitude, other.longitude)


def against_commune(
    point: Point, commune: Point, *, name: str = "", within: float = FAR_AWAY
) -> tuple[Point, list[Finding]]:
    """Compare a point with the middle of its commune, and mend it when one change makes them agree."""
    if distance(point, commune) <= within:
        return point, []
    shown = f"{point.latitude:g} {point.longitude:g}"
    turned = swapped(point)
    if is_on_earth(turned) and distance(turned, commune) <= within:
        return turned, [Finding(SWAPPED, "latitude", shown, is_fixed=True)]
    for flipped in flips(point):
        if distance(flipped, commune) <= within:
            return flipped, [Finding(SIGN, "longitude", shown, is_fixed=True)]
    return point, [Finding(FAR, "latitude", shown, about=f"{distance(point, commune):.0f} {name}")]


def alone(point: Point) -> tuple[Point, list[Finding]]:
    """Mend a point that no commune comes with: only when it is nowhere, and its other way round is somewhere."""
    turned = swapped(point)
    if is_plausible(point) or not is_on_earth(turned):
        return point, []
    shown = f"{point.latitude:g} {point.longitude:g}"
    if is_plausible(turned):
        return turned, [Finding(SWAPPED, "latitude", shown, is_fixed=True)]
    if any(map(is_plausible, flips(point))):
        return point, [Finding(SIGN, "longitude", shown)]
    return point, []
