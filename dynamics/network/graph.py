"""The network as points and lines: who is near whom, and how to go from one to another.

No database and no library here: values in, values out.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

Key = str


@dataclass(frozen=True, slots=True)
class Node:
    """A point: a dynamic, a person, somebody outside, a method, a territory."""

    key: Key
    kind: str
    label: str
    url: str = ""
    is_conforming: bool = True


@dataclass(frozen=True, slots=True)
class Edge:
    """A line: a tie (then `tie` is its number), or what two points have in common."""

    source: Key
    target: Key
    kind: str
    is_confirmed: bool = True
    tie: int = 0
    since: int = 0

    def other(self, key: Key) -> Key:
        """Return the end that is not this one."""
        return self.target if key == self.source else self.source


@dataclass(frozen=True)
class Graph:
    """Points and the lines between them; a line whose end is missing is left out."""

    nodes: Mapping[Key, Node]
    edges: tuple[Edge, ...] = field(default=())

    @classmethod
    def of(cls, nodes: Iterable[Node], edges: Iterable[Edge]) -> "Graph":
        """Build a graph, without the lines that lead nowhere."""
        known = {node.key: node for node in nodes}
        whole = (edge for edge in edges if edge.source in known and edge.target in known)
        return cls(known, tuple(whole))

    @cached_property
    def around(self) -> Mapping[Key, tuple[Edge, ...]]:
        """The lines of each point."""
        found: dict[Key, list[Edge]] = {key: [] for key in self.nodes}
        for edge in self.edges:
            found[edge.source].append(edge)
            if edge.target != edge.source:
                found[edge.target].append(edge)
        return {key: tuple(edges) for key, edges in found.items()}

    def degree(self, key: Key) -> int:
        """Return how many lines a point has."""
        return len(self.around.get(key, ()))

    def keeping(
        self,
        *,
        nodes: Callable[[Node], bool] = lambda _node: True,
        edges: Callable[[Edge], bool] = lambda _edge: True,
    ) -> "Graph":
        """Return the part of the graph that has these points and these lines."""
        kept = {key: node for key, node in self.nodes.items() if nodes(node)}
        return Graph.of(kept.values(), filter(edges, self.edges))

    def connected(self) -> "Graph":
        """Return the graph without the points that no line reaches."""
        return self.keeping(nodes=lambda node: bool(self.around[node.key]))


def distances(graph: Graph, start: Key, *, depth: int, most: int) -> dict[Key, int]:
    """Return the points at most `depth` lines away, nearest first, `most` of them at most."""
    found = {start: 0}
    waiting = deque([start])
    while waiting:
        key = waiting.popleft()
        if found[key] == depth:
            continue
        for edge in graph.around[key]:
            other = edge.other(key)
            if other not in found and len(found) < most:
                found[other] = found[key] + 1
                waiting.append(other)
    return found


def neighbourhood(graph: Graph, start: Key, *, depth: int = 1, most: int = 300) -> Graph:
    """Return what stands around a point, with every line between those points."""
    near = distances(graph, start, depth=depth, most=most)
    ordered = (graph.nodes[key] for key in near)
    return Graph.of(ordered, graph.edges)


def shortest_path(graph: Graph, start: Key, end: Key) -> tuple[Edge, ...] | None:
    """Return the fewest lines that lead from one point to another, or None when nothing does."""
    if start not in graph.nodes or end not in graph.nodes:
        return None
    came_by: dict[Key, Edge | None] = {start: None}
    waiting = deque([start])
    while waiting and end not in came_by:
        key = waiting.popleft()
        for edge in graph.around[key]:
            if edge.other(key) not in came_by:
                came_by[edge.other(key)] = edge
                waiting.append(edge.other(key))
    return tuple(_walked_back(came_by, end))[::-1] if end in came_by else None


def _walked_back(came_by: Mapping[Key, Edge | None], end: Key) -> Iterator[Edge]:
    key = end
    while edge := came_by[key]:
        yield edge
        key = edge.other(key)


def steps(path: Iterable[Edge], start: Key) -> Iterator[tuple[Key, Edge, Key]]:
    """Say a path step by step: from where, by which line, to where."""
    here = start
    for edge in path:
        there = edge.other(here)
        yield here, edge, there
        here = there
