"""Where each point of the network is drawn, and which points the others go through.

The same graph is always drawn the same way. Measured on two processors: see `tests/bench/network.py`.
"""

import math
import random
from collections.abc import Iterable, Mapping, Sequence

import igraph

from dynamics.network.graph import Graph, Key

SEED = 17
FEW = 120
GAP = 1.6
SIDE = 1.5

Point = tuple[float, float]


def _library_graph(graph: Graph) -> igraph.Graph:
    rank = {key: number for number, key in enumerate(graph.nodes)}
    pairs = [(rank[edge.source], rank[edge.target]) for edge in graph.edges]
    return igraph.Graph(n=len(rank), edges=pairs).simplify()


def betweenness(graph: Graph) -> dict[Key, float]:
    """Return, for each point, the share of the shortest ways between others that pass through it."""
    count = len(graph.nodes)
    pairs = (count - 1) * (count - 2) / 2
    values = _library_graph(graph).betweenness(directed=False)
    return {
        key: value / pairs if pairs else 0.0 for key, value in zip(graph.nodes, values, strict=True)
    }


def positions(graph: Graph) -> dict[Key, Point]:
    """Return a place for each point: one cluster per connected part, the parts packed in rows."""
    whole = _library_graph(graph)
    igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311 - a drawing, not a secret
    parts = sorted(whole.connected_components(), key=lambda part: (-len(part), part[0]))
    placed = [_laid_out(whole.induced_subgraph(part)) for part in parts]
    keys = list(graph.nodes)
    found: dict[Key, Point] = {}
    for part, points in zip(parts, _packed(placed), strict=True):
        found.update({keys[vertex]: point for vertex, point in zip(part, points, strict=True)})
    return found


def _laid_out(part: igraph.Graph) -> list[Point]:
    """Lay one connected part out, in a square of which the side grows like the root of its size."""
    size = part.vcount()
    if size <= FEW:
        drawn = part.layout_kamada_kawai(maxiter=50 * size)
    else:
        drawn = part.layout_fruchterman_reingold(niter=300, grid="auto")
    return _scaled([(point[0], point[1]) for point in drawn], SIDE * math.sqrt(size))


def _scaled(points: Sequence[Point], side: float) -> list[Point]:
    left, right = _span(x for x, _y in points)
    top, bottom = _span(y for _x, y in points)
    factor = side / max(right - left, bottom - top, 1e-9) if len(points) > 1 else 0.0
    return [((x - left) * factor, (y - top) * factor) for x, y in points]


def _span(values: Iterable[float]) -> tuple[float, float]:
    known = list(values)
    return (min(known), max(known)) if known else (0.0, 0.0)


def _packed(parts: Sequence[Sequence[Point]]) -> list[list[Point]]:
    """Put the parts side by side, the greatest first, in rows of about the same width."""
    sizes = [_size(part) for part in parts]
    area = sum((width + GAP) * (height + GAP) for width, height in sizes)
    row_width = max([1.5 * math.sqrt(area), *(width for width, _height in sizes)], default=0.0)
    placed, x, y, row_height = [], 0.0, 0.0, 0.0
    for part, (width, height) in zip(parts, sizes, strict=True):
        if x and x + width > row_width:
            x, y, row_height = 0.0, y + row_height + GAP, 0.0
        placed.append([(x + dx, y + dy) for dx, dy in part])
        x, row_height = x + width + GAP, max(row_height, height)
    return placed


def _size(part: Sequence[Point]) -> Point:
    return _span(x for x, _y in part)[1], _span(y for _x, y in part)[1]


def bridges(values: Mapping[Key, float], *, most: int) -> list[Key]:
    """Return the points that others go through most, the first of them first."""
    through = [key for key, value in values.items() if value > 0]
    return sorted(through, key=lambda key: (-values[key], key))[:most]
