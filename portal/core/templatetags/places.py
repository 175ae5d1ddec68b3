"""Where a place falls on the small drawing of metropolitan France (`img/france.svg`)."""

from dataclasses import dataclass
from math import cos, radians

from django import template

register = template.Library()

WEST, NORTH = -5.4, 51.3
PER_DEGREE = 52
SHRINKING = cos(radians(46.5))
WIDTH, HEIGHT = 544, 525


@dataclass(frozen=True)
class Dot:
    """A point of the drawing, written as SVG wants it whatever the language."""

    x: str
    y: str


@register.simple_tag
def dot(latitude: float | None, longitude: float | None) -> Dot | None:
    """Return where to draw a place, or nothing when it is unknown or off the drawing."""
    if latitude is None or longitude is None:
        return None
    x = (longitude - WEST) * PER_DEGREE * SHRINKING
    y = (NORTH - latitude) * PER_DEGREE
    if not (0 <= x <= WIDTH and 0 <= y <= HEIGHT):
        return None
    return Dot(f"{x:.0f}", f"{y:.0f}")
