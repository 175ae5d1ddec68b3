"""A question has a budget of work, whatever is typed: so many questions to the engine, of so many parts.

Counted rather than timed: a count is the same on every machine.
"""

from pathlib import Path
from typing import Any

import pytest

from search import registry
from search.engines.base import Engine, Matches, Query
from search.engines.embedded import EmbeddedEngine
from search.queries import find
from search.request import SearchRequest
from search.suggestions import suggest
from search.synonyms import SynonymGroup
from tests.search.builders import fill, make_document

MOST_CALLS = 80
MOST_PARTS = 1_000
VOCABULARY = [
    f"{first}{second}" for first in ("habi", "fina", "coop") for second in ("tant", "nce")
]

LONGEST = [
    "a" * 10_000,
    "habitant " * 1_200,
    " ".join(f"mot{number}" for number in range(2_000)),
    " ".join(f"habitatn{number:c}" for number in range(97, 122)),
    "x-y-" * 2_500,
    "l'a " * 2_500,
    '"habitant coopnce" ' * 600,
    '"' + "habitant " * 1_000 + '"',
    "scic " * 2_000,
    " ".join(f"scic{number} mots" for number in range(1, 12)) * 3,
    "a.b." * 2_500,
    "finacne habitatn copnce habiatnt fianance coopnec hbaitant " * 200,
]


class Counting:
    """An engine that counts what it is asked."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.calls = 0
        self.parts = 0

    def search(self, query: Query) -> Matches:
        self._note(query)
        return self.engine.search(query)

    def count(self, query: Query) -> int:
        self._note(query)
        return self.engine.count(query)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.engine, name)

    def _note(self, query: Query) -> None:
        self.calls += 1
        self.parts = max(self.parts, parts(query.tree))


def parts(node: object) -> int:
    """Count the nodes of a tree, and the words of its phrases."""
    below = getattr(node, "parts", None) or [getattr(node, "part", None)]
    words = len(getattr(node, "words", ()))
    return 1 + words + sum(parts(each) for each in below if each is not None)


@pytest.fixture
def engine(tmp_path: Path) -> Counting:
    engine = EmbeddedEngine(tmp_path / "index")
    fill(engine, [make_document(f"Titre {word}", body=" ".join(VOCABULARY)) for word in VOCABULARY])
    registry.register_synonyms(
        lambda: (SynonymGroup(tuple(f"scic{number} mots" for number in range(12))),)
    )
    return Counting(engine)


@pytest.mark.parametrize("typed", LONGEST, ids=lambda typed: typed[:20])
def test_the_longest_questions_cost_no_more_than_others_may(engine: Counting, typed: str) -> None:
    for choices in ({}, {"facets": ("kind", "theme")}, {"page": 10**9}):
        engine.calls = engine.parts = 0

        find(SearchRequest(typed, **choices), engine)

        assert engine.calls <= MOST_CALLS
        assert engine.parts <= MOST_PARTS


@pytest.mark.parametrize("typed", LONGEST, ids=lambda typed: typed[:20])
def test_completion_costs_two_questions(engine: Counting, typed: str) -> None:
    suggest(typed, engine=engine)

    assert engine.calls <= 2
    assert engine.parts <= 30
