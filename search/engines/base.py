"""What search asks of an engine. Both engines pass the same suite, `tests/search/contract/`."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from search.cells import Cell
from search.request import Box, Near, Sort
from search.schema import PUBLIC, SearchDocument
from search.tree import Everything, Node


class EngineError(Exception):
    """The engine could not do what was asked."""


class EngineUnavailableError(EngineError):
    """The engine does not answer, or not with anything one can use."""


class IndexMissingError(EngineUnavailableError):
    """There is no index of this version yet."""


class EngineBusyError(EngineError):
    """Somebody else is writing."""


@dataclass(frozen=True)
class Query:
    """A question an engine can answer: what to match, among what, in which order."""

    tree: Node = field(default_factory=Everything)
    choices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    audiences: frozenset[str] = frozenset({PUBLIC})
    box: Box | None = None
    near: Near | None = None
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    limit: int = 20
    facets: tuple[str, ...] = ()
    # The level of the map cells to count, from 3 (wide) to 18; none are counted without one.
    cells: int | None = None


@dataclass(frozen=True)
class Matches:
    """An engine's answer: documents in order, how many in all, exact counts per facet and code.

    `cells` are exact too, the fullest first: they are of the level asked for or, where there would be more
    than `search.cells.MOST_CELLS`, of the first wider one that has fewer; `level` tells.
    """

    documents: tuple[SearchDocument, ...] = ()
    total: int = 0
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    cells: tuple[Cell, ...] = ()
    level: int | None = None


class Writer(Protocol):
    """Writes documents; nothing is seen before `commit`, everything is after."""

    def put(self, documents: Iterable[SearchDocument]) -> None:
        """Add documents, each in place of the one with the same uid."""

    def remove(self, uids: Iterable[str]) -> None:
        """Forget documents; those unknown are no error."""

    def commit(self) -> frozenset[str]:
        """Make it all visible at once; name the documents the engine will not take."""


class FreshIndex(Writer, Protocol):
    """An index being built beside the one that answers."""

    def activate(self) -> None:
        """Answer from this index from now on, and forget the others."""


class Engine(Protocol):
    """Where documents are kept and found.

    Reading raises EngineUnavailableError, writing EngineBusyError when another writer is at work.
    """

    name: str

    def search(self, query: Query) -> Matches:
        """Find documents. Counts of a facet ignore the choice made in it.

        A rectangle and a circle are choices made in `situation`: its counts ignore them too.
        """

    def count(self, query: Query) -> int:
        """Tell how many documents there are, without reading any."""

    def similar(
        self, uid: str, *, kinds: frozenset[str], audiences: frozenset[str], limit: int
    ) -> tuple[SearchDocument, ...]:
        """Find what resembles a document, itself excepted; of all kinds when none is given."""

    def occurring(self, nodes: Sequence[Node], audiences: frozenset[str]) -> tuple[bool, ...]:
        """Tell which of these match anything these audiences may see, all in one go."""

    def lookalikes(self, word: str, audiences: frozenset[str]) -> Mapping[str, int]:
        """Return the words that may be meant by a misspelt one, and those it may be two of.

        Only those these audiences may see, each with the number of documents it is in; others are no harm.
        """

    def version(self) -> str:
        """Change with every change of the index."""

    def fingerprints(self) -> Mapping[str, str]:
        """Return the fingerprint of every document, by uid."""

    def lock(self, *, wait: float) -> AbstractContextManager[None]:
        """Keep other writers out; EngineBusyError when that takes more than `wait` seconds."""

    def update(self) -> AbstractContextManager[Writer]:
        """Write in the index that answers."""

    def rebuild(self) -> AbstractContextManager[FreshIndex]:
        """Start an index from nothing; dropped unless activated; one at a time."""

    def is_rebuilding(self) -> bool:
        """Tell whether an index is being built, here or elsewhere."""
