"""The network as a table: who, which relation, with whom, since when, what proves it, who confirms it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dynamics.network import gathering
from dynamics.network.graph import Edge, Graph, Node
from dynamics.network.models import Tie
from dynamics.network.relations import WORDINGS

DERIVED: dict[str, str | Promise] = {
    gathering.USES: gettext_lazy("uses"),
    gathering.IN: gettext_lazy("stands in"),
}
COLUMNS = ("qui", "relation", "quoi", "depuis", "confirme")


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    source: Node
    target: Node
    relation: str
    is_confirmed: bool
    since: int
    tie: Tie | None = None

    @property
    def confirmed_by(self) -> str:
        """Who stands for it, in words; nobody needs to for what is deduced."""
        return ", ".join(confirmations(self.tie)) if self.tie else ""


@dataclass(frozen=True)
class Heading:
    """A column heading that sorts the table when it is followed."""

    label: str
    url: str
    aria_sort: str


def relation_of(edge: Edge, *, backwards: bool = False) -> str:
    """Say a line in words, from one end or from the other."""
    if not edge.tie:
        return str(DERIVED[edge.kind])
    wording = WORDINGS[edge.kind]
    return str(wording.backwards if backwards else wording.forwards)


def ordered(graph: Graph, order: str) -> list[Edge]:
    """Return the lines in the order asked for: `qui`, `-depuis`…; an unknown order is the first."""
    code = order.removeprefix("-")
    keys: dict[str, Callable[[Edge], tuple]] = {
        "qui": lambda edge: (_name(graph, edge.source), _name(graph, edge.target)),
        "relation": lambda edge: (relation_of(edge), _name(graph, edge.source)),
        "quoi": lambda edge: (_name(graph, edge.target), _name(graph, edge.source)),
        "depuis": lambda edge: (edge.since, _name(graph, edge.source)),
        "confirme": lambda edge: (edge.is_confirmed, _name(graph, edge.source)),
    }
    lines = sorted(graph.edges, key=keys.get(code, keys["qui"]), reverse=order.startswith("-"))
    if code == "depuis":
        lines.sort(key=lambda edge: not edge.since)
    # What is declared comes before what is only deduced.
    return sorted(lines, key=lambda edge: not edge.tie) if code != "relation" else lines


def _name(graph: Graph, key: str) -> str:
    return graph.nodes[key].label.lower()


def rows(graph: Graph, edges: Sequence[Edge]) -> list[Row]:
    """Return the lines of the table, each tie with its proof: one query."""
    ties = Tie.objects.with_ends().in_bulk([edge.tie for edge in edges if edge.tie])
    return [
        Row(
            source=graph.nodes[edge.source],
            target=graph.nodes[edge.target],
            relation=relation_of(edge),
            is_confirmed=edge.is_confirmed,
            since=edge.since,
            tie=ties.get(edge.tie),
        )
        for edge in edges
    ]


def headings(order: str, *, address: Callable[[str], str]) -> list[Heading]:
    """Return the headings that sort; following one twice turns the order round."""
    labels = (_("Who"), _("Relation"), _("What, or with whom"), _("Since"), _("Confirmed by"))
    return [
        Heading(label, address(_next(code, order)), _aria_sort(code, order))
        for code, label in zip(COLUMNS, labels, strict=True)
    ]


def _next(code: str, order: str) -> str:
    return f"-{code}" if order == code else code


def _aria_sort(code: str, order: str) -> str:
    if order.removeprefix("-") != code:
        return "none"
    return "descending" if order.startswith("-") else "ascending"


def confirmations(tie: Tie) -> Iterable[str]:
    """Say who stands for a tie."""
    if tie.confirmed_by_source_side_at:
        yield tie.source_name
    if tie.confirmed_by_target_side_at:
        yield tie.target_name
    if tie.confirmed_by_team_at:
        yield _("the team, from the study") if tie.origin == Tie.Origin.STUDY else _("the team")
