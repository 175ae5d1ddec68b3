"""What animators want found first for some questions: lifted above the rest when a question is asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from search.analysis import tokens
from search.tree import AnyOf, Node, Nothing, Term, Weighted

# Above anything words can score, in either engine.
_WEIGHT = 10_000.0

Wording = tuple[str, ...]


@dataclass(frozen=True)
class Promotion:
    """One thing to show first, for which questions, why, and between which days if not for ever."""

    uid: str
    wordings: frozenset[Wording]
    why: str = ""
    starts_on: date | None = None
    ends_on: date | None = None

    def runs_on(self, day: date) -> bool:
        """Tell whether it is its season."""
        return (self.starts_on or day) <= day <= (self.ends_on or day)


def wording(terms: str) -> Wording:
    """Return what makes two questions one: their words, small ones and inflections left aside."""
    return tuple(token.stem for token in tokens(terms))


def promoted(terms: str, promotions: Iterable[Promotion], *, on: date) -> tuple[Promotion, ...]:
    """Choose those meant for a question, in their order, each thing once."""
    asked = wording(terms)
    if not asked:
        return ()
    meant = (each for each in promotions if asked in each.wordings and each.runs_on(on))
    return tuple({each.uid: each for each in reversed(tuple(meant))}.values())[::-1]


def lifted(tree: Node, chosen: Sequence[Promotion]) -> Node:
    """Match these things too, first and in this order; filters and counts then hold for them as well."""
    if not chosen:
        return tree
    firsts = (
        Weighted(Term("uid", each.uid), _WEIGHT * (len(chosen) - place))
        for place, each in enumerate(chosen)
    )
    return AnyOf((*(() if isinstance(tree, Nothing) else (tree,)), *firsts))
