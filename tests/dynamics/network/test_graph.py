"""Paths are paths, neighbourhoods are near, bridges are in between: whatever the graph."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from dynamics.network import layout
from dynamics.network.graph import Edge, Graph, Node, distances, neighbourhood, shortest_path, steps

SMALL = st.integers(min_value=2, max_value=12)


@st.composite
def graphs(draw):
    size = draw(SMALL)
    ends = st.integers(min_value=0, max_value=size - 1)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=30))
    return graph_of(size, [(one, other) for one, other in pairs if one != other])


def graph_of(size, pairs):
    nodes = [Node(str(number), "dynamic", f"Point {number}") for number in range(size)]
    return Graph.of(nodes, [Edge(str(one), str(other), "visited") for one, other in pairs])


@given(graphs())
def test_a_path_leads_step_by_step_from_its_start_to_its_end(graph):
    path = shortest_path(graph, "0", "1")

    if path is not None:
        walked = list(steps(path, "0"))
        assert walked[0][0] == "0"
        assert walked[-1][2] == "1"
        assert all(one[2] == other[0] for one, other in itertools.pairwise(walked))
        assert all({here, there} == {edge.source, edge.target} for here, edge, there in walked)


@given(graphs())
def test_a_path_is_as_short_as_the_distance_and_missing_when_there_is_none(graph):
    path = shortest_path(graph, "0", "1")

    found = distances(graph, "0", depth=100, most=100)
    assert (len(path) if path is not None else None) == found.get("1")


@given(graphs())
def test_the_library_agrees_on_distances(graph):
    path = shortest_path(graph, "0", "1")
    [[length]] = layout._library_graph(graph).distances(0, 1)

    assert (len(path) if path is not None else float("inf")) == length


@given(graphs(), st.integers(min_value=0, max_value=3))
def test_a_neighbourhood_holds_what_is_near_and_nothing_else(graph, depth):
    near = neighbourhood(graph, "0", depth=depth)

    assert set(near.nodes) == set(distances(graph, "0", depth=depth, most=100))
    assert set(near.edges) <= set(graph.edges)


@given(graphs())
def test_a_neighbourhood_is_never_larger_than_asked(graph):
    assert len(neighbourhood(graph, "0", depth=5, most=3).nodes) <= 3


@given(graphs())
def test_every_point_has_a_place_and_the_same_one_each_time(graph):
    first, second = layout.positions(graph), layout.positions(graph)

    assert first == second
    assert set(first) == set(graph.nodes)


@given(graphs())
def test_bridges_come_by_how_much_goes_through_them(graph):
    values = layout.betweenness(graph)

    ranked = layout.bridges(values, most=5)

    assert all(0 <= value <= 1 for value in values.values())
    assert [values[key] for key in ranked] == sorted(
        (value for value in values.values() if value > 0), reverse=True
    )[:5]


def test_the_middle_of_a_star_is_its_bridge():
    star = graph_of(5, [(0, 1), (0, 2), (0, 3), (0, 4)])

    assert layout.bridges(layout.betweenness(star), most=3) == ["0"]
    assert layout.betweenness(star)["0"] == 1.0


def test_nowhere_leads_nowhere():
    assert shortest_path(graph_of(2, []), "0", "1") is None
    assert shortest_path(graph_of(2, []), "0", "elsewhere") is None


def test_one_is_already_where_one_is():
    assert shortest_path(graph_of(2, []), "0", "0") == ()


def test_lines_whose_end_is_missing_are_left_out():
    node = Node("0", "dynamic", "Eusko")

    assert Graph.of([node], [Edge("0", "1", "visited")]).edges == ()
