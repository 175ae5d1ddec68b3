"""What an index holds, asked in one go and remembered as long as the index stays the same.

Only what is there is remembered: a word published a moment ago, elsewhere, is not taken for a mistake.
"""

from collections.abc import Iterable
from functools import lru_cache

from search.engines.base import Engine
from search.tree import Node

_MOST = 10_000


class Occurrences:
    """What these audiences would find, one node at a time."""

    def __init__(self, engine: Engine, audiences: frozenset[str]) -> None:
        self._engine = engine
        self._audiences = audiences
        self._known = _remembered(engine, engine.version(), audiences)
        self._absent: set[Node] = set()

    def learn(self, nodes: Iterable[Node]) -> None:
        """Ask about everything that is not known yet."""
        unknown = [
            each
            for each in dict.fromkeys(nodes)
            if each not in self._known and each not in self._absent
        ]
        if not unknown:
            return
        if len(self._known) > _MOST:
            self._known.clear()
        answers = self._engine.occurring(unknown, self._audiences)
        for node, is_there in zip(unknown, answers, strict=True):
            (self._known if is_there else self._absent).add(node)

    def __contains__(self, node: Node) -> bool:
        """Tell whether this matches anything."""
        self.learn([node])
        return node in self._known


@lru_cache(maxsize=8)
def _remembered(_engine: Engine, _version: str, _audiences: frozenset[str]) -> set[Node]:
    return set()
