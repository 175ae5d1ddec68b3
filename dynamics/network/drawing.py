"""The network as it was last laid out: worked out in the background, read by the pages."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dynamics.network import gathering, layout
from dynamics.network.graph import Edge, Graph, Key, Node
from dynamics.network.models import Drawing

Scene = Drawing.Scene
MOST_NODES = 5000
MOST_BRIDGES = 20
FIGURES = 3
# What a change of format must change too, so that everything is drawn again.
FORMAT = 1


@dataclass(frozen=True)
class Drawn:
    """A scene: its graph, where its points are, and which of them are bridges, first the greatest."""

    version: str
    graph: Graph
    positions: dict[Key, layout.Point]
    bridges: tuple[Key, ...]

    @cached_property
    def by_address(self) -> dict[str, Key]:
        """The key of each point that has a page, by its address."""
        return {node.url: key for key, node in self.graph.nodes.items() if node.url}


EMPTY = Drawn("", Graph.of((), ()), {}, ())


def scene_named(*, methods: bool, places: bool) -> Scene:
    """Return the scene that shows this beside the ties."""
    if methods:
        return Scene.ALL if places else Scene.METHODS
    return Scene.PLACES if places else Scene.TIES


def refresh() -> int:
    """Draw again the scenes that changed; return how many."""
    whole = gathering.gather(methods=True, places=True)
    known = dict(Drawing.objects.values_list("scene", "version"))
    count = 0
    for scene in Scene:
        graph = _of_scene(whole, scene)
        version = _version(graph)
        if known.get(scene) != version:
            content = _content(graph)
            Drawing.objects.update_or_create(
                scene=scene, defaults={"version": version, "content": content}
            )
            count += 1
    return count


def _of_scene(whole: Graph, scene: Scene) -> Graph:
    left_out = set()
    if scene in {Scene.TIES, Scene.PLACES}:
        left_out.add(gathering.METHOD)
    if scene in {Scene.TIES, Scene.METHODS}:
        left_out.add(gathering.PLACE)
    part = whole.keeping(nodes=lambda node: node.kind not in left_out)
    if scene is Scene.PLACES:
        part = _without_the_untied(part)
    return _capped(part.connected())


def _without_the_untied(graph: Graph) -> Graph:
    """Leave out the dynamics that only their territory would draw."""
    return graph.keeping(
        nodes=lambda node: (
            node.kind != gathering.DYNAMIC
            or any(edge.kind != gathering.IN for edge in graph.around[node.key])
        )
    )


def _capped(graph: Graph) -> Graph:
    """Keep as many points as a browser draws well, those with most lines."""
    if len(graph.nodes) <= MOST_NODES:
        return graph
    ordered = sorted(graph.nodes, key=lambda key: (-graph.degree(key), key))
    kept = set(ordered[:MOST_NODES])
    return graph.keeping(nodes=lambda node: node.key in kept)


def _rows(graph: Graph) -> tuple[list[list], list[list]]:
    rank = {key: number for number, key in enumerate(graph.nodes)}
    nodes = [
        [node.key, node.kind, node.label, node.url, node.is_conforming]
        for node in graph.nodes.values()
    ]
    edges = [
        [rank[edge.source], rank[edge.target], edge.kind, edge.is_confirmed, edge.tie, edge.since]
        for edge in graph.edges
    ]
    return nodes, edges


def _version(graph: Graph) -> str:
    text = json.dumps([FORMAT, *_rows(graph)], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _content(graph: Graph) -> dict[str, list]:
    nodes, edges = _rows(graph)
    places = layout.positions(graph)
    points = [[round(value, FIGURES) for value in places[key]] for key in graph.nodes]
    # Sharing a territory makes nobody a bridge.
    acquainted = graph.keeping(edges=lambda edge: edge.kind != gathering.IN)
    through = {
        key: value
        for key, value in layout.betweenness(acquainted).items()
        if graph.nodes[key].kind in {gathering.DYNAMIC, gathering.PERSON, gathering.OUTSIDE}
    }
    bridges = layout.bridges(through, most=MOST_BRIDGES)
    return {"nodes": nodes, "edges": edges, "points": points, "bridges": bridges}


def current(scene: Scene) -> Drawn:
    """Return a scene as it was last drawn; nothing when it never was."""
    version = Drawing.objects.filter(scene=scene).values_list("version", flat=True).first()
    return _read(scene, version) if version else EMPTY


@lru_cache(maxsize=8)
def _read(scene: Scene, version: str) -> Drawn:
    """Read a scene once per version of it and per process."""
    content = Drawing.objects.values_list("content", flat=True).get(scene=scene, version=version)
    nodes = [Node(*values) for values in content["nodes"]]
    edges = [
        Edge(nodes[source].key, nodes[target].key, kind, is_confirmed, tie, since)
        for source, target, kind, is_confirmed, tie, since in content["edges"]
    ]
    points = {node.key: (x, y) for node, (x, y) in zip(nodes, content["points"], strict=True)}
    return Drawn(version, Graph.of(nodes, edges), points, tuple(content["bridges"]))
