"""Which part of the network is looked at: the filters of the directory, and a few choices of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dynamics.network import gathering
from dynamics.network.drawing import Drawn, current, scene_named
from dynamics.network.gathering import dynamic_key
from dynamics.network.graph import Edge, Graph, Node
from dynamics.network.relations import Relation
from search.listing import Listing
from search.queries import find
from search.request import MAX_WINDOW

# What the address of the network holds besides the filters of the directory.
KEPT = ("outils", "lieux", "confirmes", "lien")

KINDS: Mapping[str, str | Promise] = {
    gathering.DYNAMIC: _("dynamic of the directory"),
    gathering.OUTSIDE: _("outside the directory"),
    gathering.PERSON: _("person who agreed to be named"),
    gathering.METHOD: _("tool or method"),
    gathering.PLACE: _("territory"),
}


@dataclass(frozen=True)
class Choices:
    """What one wants to see beside the ties, and which ties."""

    methods: bool = False
    places: bool = False
    only_confirmed: bool = False
    relation: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> "Choices":
        """Read the choices of an address; an unknown kind of tie means all of them."""
        relation = query.get("lien", "")
        return cls(
            methods=query.get("outils") == "1",
            places=query.get("lieux") == "1",
            only_confirmed=query.get("confirmes") == "1",
            relation=relation if relation in Relation.values else "",
        )

    def accept(self, edge: Edge) -> bool:
        """Tell whether a line is one of those wanted."""
        if self.only_confirmed and not edge.is_confirmed:
            return False
        return not self.relation or edge.kind == self.relation or not edge.tie

    def drawn(self) -> Drawn:
        """Return the scene that has what is wanted."""
        return current(scene_named(methods=self.methods, places=self.places))


@dataclass(frozen=True)
class Part:
    """The part of a scene that is looked at."""

    drawn: Drawn
    graph: Graph

    @property
    def bridges(self) -> list[Node]:
        """The points of this part that others go through most."""
        return [self.graph.nodes[key] for key in self.drawn.bridges if key in self.graph.nodes]


def chosen_part(asked: Listing, choices: Choices) -> Part:
    """Return what the filters of the directory leave of the network."""
    drawn = choices.drawn()
    selected = _selected(asked)

    def is_kept(node: Node) -> bool:
        if selected is None:
            return node.is_conforming or asked.shows_every_circle
        return node.kind != gathering.DYNAMIC or node.key in selected

    graph = drawn.graph.keeping(nodes=is_kept, edges=choices.accept)
    return Part(drawn, graph.connected())


def _selected(asked: Listing) -> set[str] | None:
    """Return the points of the dynamics found, or None when nothing was asked for."""
    request = asked.request
    # That all are dynamics is no choice of the visitor: asking for everything would stop at the window of search.
    chosen = set(request.choices) - {"kind"}
    if not (request.terms or chosen or request.near):
        return None
    whole = replace(request, facets=(), page=1, per_page=MAX_WINDOW)
    return {dynamic_key(key) for key in find(whole).primary_keys}
