"""What stands around a point, drawn as threads: names down a line, ties as arcs beside it.

No Django here: a graph in, figures out. Narrow enough for a phone, whatever the number of names.
"""

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dynamics.network.graph import Edge, Graph, Key, Node, distances

WIDTH = 360
SPINE = 96
INDENT = 14
TOP = 26
ROW = 50
LINE = 17
WIDEST = 84
NARROWEST = 18
LETTERS = 27
MOST_LINES = 2


@dataclass(frozen=True)
class Stop:
    """A name on the line."""

    node: Node
    x: int
    y: int
    lines: tuple[tuple[str, int], ...]
    note: str
    note_y: int
    degree: int
    is_centre: bool


@dataclass(frozen=True)
class Arc:
    """A tie beside the line."""

    path: str
    kind: str
    is_confirmed: bool


@dataclass(frozen=True)
class Drawing:
    """Everything to draw, and in which frame."""

    width: int
    height: int
    stops: tuple[Stop, ...]
    arcs: tuple[Arc, ...]
    left_out: int


def drawing(
    whole: Graph,
    near: Graph,
    centre: Key,
    *,
    say: Callable[[Edge, Key], str],
    left_out: int = 0,
) -> Drawing:
    """Lay out a neighbourhood; `say` puts a line in words, read from the end given."""
    far = distances(near, centre, depth=len(near.nodes), most=len(near.nodes))
    order = sorted(near.nodes, key=lambda key: _rank(near, key, far))
    places: dict[Key, int] = {}
    stops, height = [], TOP
    for key in order:
        note = _note(near, key, centre, far, say)
        stop = _stop(
            near.nodes[key], y=height, ring=far.get(key, 0), note=note, degree=whole.degree(key)
        )
        stops.append(stop)
        places[key] = height
        height += ROW + LINE * (len(stop.lines) - 1)
    arcs = tuple(_arc(edge, places, far) for edge in near.edges)
    return Drawing(WIDTH, height, tuple(stops), arcs, left_out)


def _rank(near: Graph, key: Key, far: Mapping[Key, int]) -> tuple[object, ...]:
    distance = far.get(key, len(near.nodes))
    name = near.nodes[key].label.lower()
    if distance <= 1:
        return (distance, _kind_of(near, key), name, 0, "")
    parents = [
        near.nodes[edge.other(key)].label.lower()
        for edge in near.around[key]
        if far.get(edge.other(key), distance) < distance
    ]
    return (distance, "", min(parents, default=""), 1, name)


def _kind_of(near: Graph, key: Key) -> str:
    return min((edge.kind for edge in near.around[key]), default="")


def _note(
    near: Graph, key: Key, centre: Key, far: Mapping[Key, int], say: Callable[[Edge, Key], str]
) -> str:
    """Say by what a point is tied to the centre, or to what leads there."""
    if key == centre:
        return ""
    towards = [edge for edge in near.around[key] if far[edge.other(key)] < far[key]]
    return ", ".join(dict.fromkeys(say(edge, edge.other(key)) for edge in towards[:2]))


def _stop(node: Node, *, y: int, ring: int, note: str, degree: int) -> Stop:
    texts = textwrap.wrap(node.label, LETTERS, max_lines=MOST_LINES, placeholder="…") or [""]
    first = y + 1 if note else y + 5
    lines = tuple((text, first + LINE * number) for number, text in enumerate(texts))
    return Stop(
        node=node,
        x=SPINE + INDENT * max(0, ring - 1),
        y=y,
        lines=lines,
        note=textwrap.shorten(note, LETTERS + 7, placeholder="…"),
        note_y=first + LINE * len(texts),
        degree=degree,
        is_centre=ring == 0,
    )


def _arc(edge: Edge, places: Mapping[Key, int], far: Mapping[Key, int]) -> Arc:
    """Bend a line the more, the further apart its ends are."""
    (start, start_x), (end, end_x) = sorted(
        (places[key], SPINE + INDENT * max(0, far[key] - 1)) for key in (edge.source, edge.target)
    )
    longest = max(places.values()) - TOP or 1
    bend = NARROWEST + (WIDEST - NARROWEST) * ((end - start) / longest) ** 0.5
    left = SPINE - bend * 4 / 3
    path = f"M{start_x},{start} C{left:.0f},{start} {left:.0f},{end} {end_x},{end}"
    return Arc(path, edge.kind, edge.is_confirmed)
