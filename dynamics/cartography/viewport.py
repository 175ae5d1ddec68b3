"""The part of the world that a map asks about, and the tiles it is made of."""

from dataclasses import dataclass

from portal.territories.bounds import Bounds, read_bounds
from search import cells

EDGE = 180.0
WORLD = Bounds(-EDGE, -cells.POLE, EDGE, cells.POLE)
# A map of this zoom is drawn with squares of 64 pixels: a quarter of a tile.
FINER = 2


@dataclass(frozen=True)
class Viewport:
    """What a map shows: bounds in degrees, at a zoom."""

    bounds: Bounds
    zoom: int

    @property
    def level(self) -> int:
        """The level of the squares to count."""
        return cells.nearest_level(self.zoom + FINER)


def read(bbox: str, zoom: int) -> Viewport:
    """Read "west,south,east,north"; nothing means the world.

    Raises:
        BadBoundsError: these are not four numbers.
    """
    bounds = read_bounds(bbox) if bbox.strip() else WORLD
    if bounds.west > bounds.east:
        # A frame across the antimeridian: nothing of ours stands there, the whole turn is no dearer.
        bounds = bounds._replace(west=-EDGE, east=EDGE)
    return Viewport(bounds, zoom)


def snapped(view: Viewport) -> Viewport:
    """Widen a view to whole tiles of its zoom, so that neighbouring views ask the same question."""
    west, south, east, north = view.bounds
    left, _, _, top = cells.bounds_of(cells.key_of(north, west, view.zoom), view.zoom)
    _, bottom, right, _ = cells.bounds_of(cells.key_of(south, east, view.zoom), view.zoom)
    # Squares stop before the poles; what was asked beyond them stays asked.
    return Viewport(Bounds(left, min(bottom, south), right, max(top, north)), view.zoom)
