"""A part of the network as the canvas reads it: arrays side by side, no name twice."""

from typing import Any

from dynamics.network.selection import KINDS, Part


def arrays(part: Part) -> dict[str, Any]:
    """Return the points (label, address, kind, place, number of lines) and the lines of a part.

    `edges` is flat: source, target, 1 when it is confirmed, for each line in turn.
    """
    graph, positions = part.graph, part.drawn.positions
    kinds = list(KINDS)
    rank = {key: number for number, key in enumerate(graph.nodes)}
    return {
        "version": part.drawn.version,
        "kinds": kinds,
        "labels": [node.label for node in graph.nodes.values()],
        "urls": [node.url for node in graph.nodes.values()],
        "kind": [kinds.index(node.kind) for node in graph.nodes.values()],
        "x": [positions[key][0] for key in graph.nodes],
        "y": [positions[key][1] for key in graph.nodes],
        "degree": [graph.degree(key) for key in graph.nodes],
        "edges": [
            number
            for edge in graph.edges
            for number in (rank[edge.source], rank[edge.target], int(edge.is_confirmed))
        ],
    }
