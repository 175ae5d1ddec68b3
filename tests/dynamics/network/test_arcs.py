"""The threads around a dynamic fit in their frame, in an order one can follow."""

import itertools
import re

from hypothesis import given

from dynamics.network import arcs
from dynamics.network.graph import Edge, Graph, Node, neighbourhood
from tests.dynamics.network.test_graph import graphs


def drawn(graph, *, depth=2):
    near = neighbourhood(graph, "0", depth=depth)
    return arcs.drawing(graph, near, "0", say=lambda edge, key: f"{edge.kind} {key}")


@given(graphs())
def test_every_name_has_its_own_line_and_every_tie_its_thread(graph):
    drawing = drawn(graph)
    near = neighbourhood(graph, "0", depth=2)

    heights = [stop.y for stop in drawing.stops]
    assert len(drawing.stops) == len(near.nodes)
    assert len(drawing.arcs) == len(near.edges)
    assert all(low + arcs.ROW <= high for low, high in itertools.pairwise(heights))
    assert all(0 <= height <= drawing.height for height in heights)


@given(graphs())
def test_no_thread_leaves_the_frame(graph):
    for arc in drawn(graph).arcs:
        start, first, second, end = (
            float(pair.split(",")[0]) for pair in re.findall(r"-?\d+,\d+", arc.path)
        )
        assert (start + 3 * first + 3 * second + end) / 8 >= 0


def test_the_dynamic_comes_first_then_those_near_then_those_behind_them():
    nodes = [Node(key, "dynamic", name) for key, name in zip("0123", "ZABC", strict=True)]
    edges = [Edge("0", "3", "visited"), Edge("3", "1", "visited"), Edge("0", "2", "visited")]

    drawing = drawn(Graph.of(nodes, edges))

    assert [stop.node.label for stop in drawing.stops] == ["Z", "B", "C", "A"]
    assert [stop.note for stop in drawing.stops] == ["", "visited 0", "visited 0", "visited 3"]


def test_a_long_name_takes_two_lines_and_a_longer_one_is_cut():
    name = "Communauté d’agglomération du Pays Basque et de tous les villages de la montagne"

    [stop] = drawn(Graph.of([Node("0", "dynamic", name)], [])).stops

    assert len(stop.lines) == 2
    assert stop.lines[1][0].endswith("…")
