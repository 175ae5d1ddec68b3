"""What stands around one dynamic: its threads, and what remains to be confirmed among its ties."""

from collections.abc import Iterable
from dataclasses import dataclass

from dynamics.directory.models import Dynamic
from dynamics.network import arcs, gathering, twin
from dynamics.network.gathering import dynamic_key
from dynamics.network.graph import Edge, Graph, Key, Node, distances, neighbourhood
from dynamics.network.models import Tie
from dynamics.network.permissions import Voice
from dynamics.network.selection import Choices

MOST_POINTS = 300
DEEPEST = 2


@dataclass(frozen=True)
class Decision:
    """A tie, and what somebody may do about it."""

    tie: Tie
    can_confirm: bool
    can_refuse: bool
    can_withdraw: bool


@dataclass(frozen=True)
class Surroundings:
    """What is drawn around a dynamic, and the part of the network that is."""

    drawing: arcs.Drawing
    near: Graph


def around(dynamic: Dynamic, choices: Choices, *, depth: int) -> Surroundings:
    """Draw what stands around a dynamic, as the network was last laid out."""
    centre = dynamic_key(dynamic.pk)
    # Those who ask for a dynamic by its name see its ties, whatever the circle of the others.
    graph = choices.drawn().graph.keeping(edges=choices.accept)
    if centre not in graph.nodes:
        alone = Node(centre, gathering.DYNAMIC, dynamic.name, dynamic.get_absolute_url())
        graph = Graph.of([alone], ())
    near = neighbourhood(graph, centre, depth=depth, most=MOST_POINTS)
    reached = len(distances(graph, centre, depth=depth, most=len(graph.nodes) + 1))
    drawing = arcs.drawing(graph, near, centre, say=_said_from, left_out=reached - len(near.nodes))
    return Surroundings(drawing, near)


def _said_from(edge: Edge, key: Key) -> str:
    """Say a line as it is read from one of its ends."""
    return twin.relation_of(edge, backwards=key != edge.source)


def decisions(ties: Iterable[Tie], voice: Voice) -> list[Decision]:
    """Return the ties somebody may do something about, those to confirm first."""
    found = [
        Decision(tie, voice.can_confirm(tie), voice.can_refuse(tie), voice.can_withdraw(tie))
        for tie in ties
        if not tie.is_confirmed and not tie.refused_at
    ]
    open_ones = [each for each in found if each.can_confirm or each.can_withdraw]
    return sorted(open_ones, key=lambda each: not each.can_confirm)
