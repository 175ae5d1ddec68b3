"""How far communes go from their middle: most of them less than thirty kilometres."""

from dynamics.importing.checks.coordinates import FAR_AWAY
from portal.territories.memory import KnownPlace

# Kilometres between the middle and the end of the communes that are wider than the others:
# the forests of Guyane and Québec, the archipelagos of the Pacific, the Camargue of Arles.
WIDE = {"973": 170.0, "987": 250.0, "988": 60.0, "CA": 100.0, "13004": 45.0}


def width_of(place: KnownPlace) -> float:
    """Return how far from its middle a commune may go."""
    keys = (place.code, place.department_id, place.country)
    return next((WIDE[key] for key in keys if key in WIDE), FAR_AWAY)
