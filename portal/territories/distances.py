"""How far one place is from another."""

import math

EARTH = 12742  # kilometres through it


def kilometres(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """Return the distance between two points, as the crow flies."""
    phi, to_phi = math.radians(latitude), math.radians(to_latitude)
    half = math.sin((to_phi - phi) / 2) ** 2
    half += (
        math.cos(phi) * math.cos(to_phi) * math.sin(math.radians(to_longitude - longitude) / 2) ** 2
    )
    return EARTH * math.asin(min(1, math.sqrt(half)))
