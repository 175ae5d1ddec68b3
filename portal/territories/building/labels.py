"""Which town names are written at which zoom, so that none covers another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log, pi, radians, tan

TILE = 256
LAST_ZOOM = 11
# Seats of régions come first, then seats of départements, then the other towns.
FIRST_ZOOM_OF_RANK = {1: 5, 2: 6, 3: 8}
LETTER_WIDTH, LINE_HEIGHT, MARGIN = 7, 18, 14


@dataclass(frozen=True)
class Town:
    """A name that might be written on the map; rank 1 is the most important."""

    name: str
    rank: int
    population: int
    longitude: float
    latitude: float


@dataclass(frozen=True)
class Box:
    """The room a name takes on the screen, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        """Say whether two names would overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def box(town: Town, zoom: int) -> Box:
    """Return the room a town's name takes at a zoom, in Web Mercator: a dot, then the name."""
    size = TILE * 2**zoom
    x = (town.longitude / 360 + 0.5) * size
    y = (0.5 - log(tan(pi / 4 + radians(town.latitude) / 2)) / (2 * pi)) * size
    width = LETTER_WIDTH * len(town.name) + MARGIN
    return Box(x - MARGIN / 2, y - LINE_HEIGHT / 2, x + width, y + LINE_HEIGHT / 2)


def first_zooms(towns: Iterable[Town]) -> Iterator[tuple[Town, int]]:
    """Yield each town that finds room, and the zoom from which its name is written."""
    waiting = sorted(towns, key=lambda town: (town.rank, -town.population, town.name))
    shown: list[Town] = []
    for zoom in range(FIRST_ZOOM_OF_RANK[1], LAST_ZOOM + 1):
        ready = [town for town in waiting if FIRST_ZOOM_OF_RANK[town.rank] <= zoom]
        fitting = fit(shown, ready, zoom)
        yield from ((town, zoom) for town in fitting)
        shown += fitting
        waiting = [town for town in waiting if town not in fitting]


def fit(shown: Sequence[Town], waiting: Sequence[Town], zoom: int) -> list[Town]:
    """Return the towns for which there is room among those already shown."""
    taken = [box(town, zoom) for town in shown]
    fitting = []
    for town in waiting:
        wanted = box(town, zoom)
        if not any(wanted.touches(other) for other in taken):
            taken.append(wanted)
            fitting.append(town)
    return fitting
