"""How to go from one dynamic to another: over confirmed ties, or else as near to that as one gets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from django.utils.text import slugify
from django.utils.translation import gettext as _

from dynamics.directory.models import Dynamic
from dynamics.network import gathering
from dynamics.network.drawing import Drawn, Scene, current
from dynamics.network.graph import Edge, Graph, Key, Node, shortest_path, steps
from dynamics.network.models import Tie
from dynamics.network.twin import relation_of

LIKENESS = 60
MOST_LIKE = 3
MOST_NAMESAKES = 20


@dataclass(frozen=True)
class Step:
    """One step of a way: from where, how, to where, and what proves it."""

    here: Node
    relation: str
    there: Node
    is_confirmed: bool
    tie: Tie | None


@dataclass(frozen=True)
class Way:
    """How to go from one dynamic to another."""

    start: Node
    end: Node
    steps: tuple[Step, ...] = ()
    is_confirmed: bool = False
    is_found: bool = False


@dataclass(frozen=True)
class Likely:
    """A dynamic that somebody may mean: its name, where it is, the end of its address."""

    label: str
    place: str
    slug: str


@dataclass(frozen=True)
class Named:
    """A dynamic somebody named, or those they may mean: namesakes, or names that look like it."""

    typed: str
    node: Node | None = None
    alike: tuple[Likely, ...] = field(default=())
    is_shared: bool = False


def named(typed: str) -> Named:
    """Find a dynamic of the network by its name or the end of its address; never guess among namesakes."""
    dynamics = _dynamics(current(Scene.ALL))
    wanted = slugify(typed)
    namesakes = []
    for node in dynamics.values() if wanted else ():
        if typed == _slug(node):
            return Named(typed, node)
        if wanted in {slugify(node.label), _slug(node)}:
            namesakes.append(node)
    if len(namesakes) == 1:
        return Named(typed, namesakes[0])
    if namesakes:
        return Named(typed, alike=_likely(namesakes[:MOST_NAMESAKES]), is_shared=True)
    names = {key: node.label for key, node in dynamics.items()}
    found = process.extract(
        typed, names, scorer=fuzz.WRatio, score_cutoff=LIKENESS, limit=MOST_LIKE
    )
    return Named(typed, alike=_likely(dynamics[key] for _name, _score, key in found))


def _slug(node: Node) -> str:
    return node.url.split("/")[-2]


def _likely(nodes: Iterable[Node]) -> tuple[Likely, ...]:
    """Say where each is: namesakes are told apart by their place."""
    slugs = {_slug(node): node.label for node in nodes}
    rows = Dynamic.objects.filter(slug__in=slugs).values_list("slug", "place_label")
    places = dict(rows) if slugs else {}
    return tuple(Likely(label, places.get(slug, ""), slug) for slug, label in slugs.items())


def _dynamics(drawn: Drawn) -> dict[Key, Node]:
    nodes = drawn.graph.nodes
    return {key: node for key, node in nodes.items() if node.kind == gathering.DYNAMIC}


def names() -> list[Node]:
    """Return the dynamics of the network by name."""
    return sorted(_dynamics(current(Scene.ALL)).values(), key=lambda node: node.label.lower())


def way(start: Node, end: Node) -> Way:
    """Return the shortest way over confirmed ties; else over any tie; else by what they share."""
    for graph, is_confirmed in _graphs():
        path = shortest_path(graph, start.key, end.key)
        if path is not None:
            return Way(start, end, tuple(_told(graph, path, start)), is_confirmed, is_found=True)
    return Way(start, end)


def _graphs() -> Iterator[tuple[Graph, bool]]:
    ties = current(Scene.TIES).graph
    yield ties.keeping(edges=lambda edge: edge.is_confirmed), True
    yield ties, False
    yield current(Scene.METHODS).graph, False
    yield current(Scene.ALL).graph, False


def _told(graph: Graph, path: tuple[Edge, ...], start: Node) -> Iterator[Step]:
    ties = Tie.objects.with_ends().in_bulk([edge.tie for edge in path if edge.tie])
    for here, edge, there in steps(path, start.key):
        yield Step(
            here=graph.nodes[here],
            relation=_in_words(edge, here),
            there=graph.nodes[there],
            is_confirmed=edge.is_confirmed,
            tie=ties.get(edge.tie),
        )


def _in_words(edge: Edge, here: Key) -> str:
    backwards = here != edge.source
    if edge.tie or not backwards:
        return relation_of(edge, backwards=backwards)
    return _("is used by") if edge.kind == gathering.USES else _("is also the territory of")
