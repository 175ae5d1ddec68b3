"""From the database to a graph: ties, methods used, territories."""

from collections.abc import Iterable, Iterator

from django.db.models import BooleanField, ExpressionWrapper
from django.utils.text import slugify

from dynamics.directory.models import Dynamic, Experience
from dynamics.network.graph import Edge, Graph, Node
from dynamics.network.models import Tie
from dynamics.network.querysets import CONFIRMED
from portal.territories.models import Department

DYNAMIC, OUTSIDE, PERSON, METHOD, PLACE = "dynamic", "outside", "person", "method", "place"
USES, IN = "uses", "in"
CHUNK = 2000


def dynamic_key(primary_key: object) -> str:
    """Name the point of a dynamic."""
    return f"d:{primary_key}"


def outside_key(name: str) -> str:
    """Name the point of somebody outside: the same however it is spelled."""
    return f"o:{slugify(name)}"


def gather(*, methods: bool, places: bool) -> Graph:
    """Return the whole network: what is tied, and what it has in common when asked for."""
    nodes, edges = _tied()
    if methods:
        _add(nodes, edges, _uses())
    tied = {node.key for node in nodes.values() if node.kind == DYNAMIC}
    if places:
        _add(nodes, edges, _places(tied))
    return Graph.of(nodes.values(), edges)


def _add(
    nodes: dict[str, Node], edges: list[Edge], found: Iterable[tuple[Node, Node, Edge]]
) -> None:
    for one, other, edge in found:
        nodes.setdefault(one.key, one)
        nodes.setdefault(other.key, other)
        edges.append(edge)


def _dynamic(primary_key: int, name: str, slug: str, is_conforming: bool) -> Node:  # noqa: FBT001 - a row
    return Node(dynamic_key(primary_key), DYNAMIC, name, f"/dynamiques/{slug}/", is_conforming)


def _tied() -> tuple[dict[str, Node], list[Edge]]:
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    _add(nodes, edges, _ties())
    return nodes, edges


def _ties() -> Iterator[tuple[Node, Node, Edge]]:
    is_settled = ExpressionWrapper(CONFIRMED, output_field=BooleanField())
    rows = (
        Tie.objects.public()
        .annotate(is_settled=is_settled)
        .order_by("pk")
        .values_list(
            "pk",
            "type",
            "since",
            "is_settled",
            "source_person_id",
            "source_person__name",
            "source_outside",
            "target_outside",
            "source_id",
            "source__name",
            "source__slug",
            "source__is_conforming",
            "target_id",
            "target__name",
            "target__slug",
            "target__is_conforming",
            named=True,
        )
    )
    for row in rows.iterator(chunk_size=CHUNK):
        source, target = _source_of(row), _target_of(row)
        yield (
            source,
            target,
            Edge(source.key, target.key, row.type, row.is_settled, row.pk, row.since or 0),
        )


def _source_of(row: object) -> Node:
    if row.source_id:
        return _dynamic(
            row.source_id, row.source__name, row.source__slug, row.source__is_conforming
        )
    if row.source_person_id:
        return Node(f"p:{row.source_person_id}", PERSON, row.source_person__name)
    return Node(outside_key(row.source_outside), OUTSIDE, row.source_outside)


def _target_of(row: object) -> Node:
    if row.target_id:
        return _dynamic(
            row.target_id, row.target__name, row.target__slug, row.target__is_conforming
        )
    return Node(outside_key(row.target_outside), OUTSIDE, row.target_outside)


def _uses() -> Iterator[tuple[Node, Node, Edge]]:
    """Yield who used which method, once each."""
    rows = (
        Experience.objects.filter(dynamic__live=True, method__live=True)
        .order_by("dynamic_id", "method_id")
        .values_list(
            "dynamic_id",
            "dynamic__name",
            "dynamic__slug",
            "dynamic__is_conforming",
            "method_id",
            "method__title",
            "method__slug",
        )
        .distinct()
    )
    for *dynamic, method, title, method_slug in rows.iterator(chunk_size=CHUNK):
        source = _dynamic(*dynamic)
        target = Node(f"m:{method}", METHOD, title, f"/outils/{method_slug}/")
        yield source, target, Edge(source.key, target.key, USES)


def _places(tied: set[str]) -> Iterator[tuple[Node, Node, Edge]]:
    """Yield the département of each dynamic that something else ties already."""
    names = {each.code: each for each in Department.objects.all()}
    rows = (
        Dynamic.objects.published()
        .order_by("pk")
        .values_list(
            "pk", "name", "slug", "is_conforming", "commune__department_id", "department_id"
        )
    )
    for *dynamic, of_commune, own in rows.iterator(chunk_size=CHUNK):
        department = names.get(of_commune or own)
        if department is None or dynamic_key(dynamic[0]) not in tied:
            continue
        source = _dynamic(*dynamic)
        address = f"/dynamiques/?department={department.code}"
        target = Node(f"t:{department.code}", PLACE, department.name, address)
        yield source, target, Edge(source.key, target.key, IN)
