"""The engine that needs no server: tantivy, with its files in one folder of this machine.

Any number of processes read, one writes at a time. Each opens the index for itself, after any fork.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeVar

from search.engines.base import EngineBusyError, IndexMissingError, Matches, Query
from search.engines.embedded.generations import Generations
from search.engines.embedded.layout import create, open_existing
from search.engines.embedded.reading import Reader
from search.engines.embedded.writing import FreshWriter, UpdateWriter
from search.schema import SearchDocument
from search.tree import Node

_WRITE = "write"
_REBUILD = "rebuild"
# An update is short: a rebuild may wait for the one under way.
_UPDATE_WAIT = 30.0
# A reader that was told of a generation just swept away asks again.
_TRIES = 3


Opened = TypeVar("Opened")


class EmbeddedEngine:
    """Keeps and finds documents in the files of one folder."""

    name = "embedded"

    def __init__(self, directory: Path) -> None:
        self._generations = Generations(directory)
        self._reader: Reader | None = None

    def search(self, query: Query) -> Matches:
        """Find documents."""
        return self._opened().search(query)

    def count(self, query: Query) -> int:
        """Count documents."""
        return self._opened().count(query)

    def similar(
        self, uid: str, *, kinds: frozenset[str], audiences: frozenset[str], limit: int
    ) -> tuple[SearchDocument, ...]:
        """Find what resembles a document."""
        return self._opened().similar(uid, kinds=kinds, audiences=audiences, limit=limit)

    def occurring(self, nodes: Sequence[Node], audiences: frozenset[str]) -> tuple[bool, ...]:
        """Tell which of these match anything."""
        reader = self._opened()
        return tuple(reader.count(Query(node, audiences=audiences)) > 0 for node in nodes)

    def lookalikes(self, word: str, audiences: frozenset[str]) -> Mapping[str, int]:
        """Return every word these audiences may see: they are at hand, and quick to compare."""
        del word
        return self._opened().vocabulary(audiences)

    def version(self) -> str:
        """Name the state of the index."""
        return self._opened().version

    def fingerprints(self) -> Mapping[str, str]:
        """Return the fingerprint of every document."""
        return {each.uid: each.fingerprint for each in self._opened().documents()}

    def lock(self, *, wait: float) -> AbstractContextManager[None]:
        """Keep other writers out."""
        return self._generations.locked(_WRITE, wait=wait)

    @contextmanager
    def update(self) -> Iterator[UpdateWriter]:
        """Write in the index in use."""
        writer = UpdateWriter(self._open(open_existing))
        try:
            yield writer
        finally:
            writer.close()

    @contextmanager
    def rebuild(self) -> Iterator[FreshWriter]:
        """Write in a fresh index, dropped unless it is activated."""
        with self._generations.locked(_REBUILD, wait=0):
            # Whoever writes now does not know of this rebuild: let them end.
            with self.lock(wait=_UPDATE_WAIT):
                self._generations.sweep()
            path = self._generations.create()
            writer = FreshWriter(create(path), path, self._generations.activate)
            try:
                yield writer
            finally:
                writer.close()
                if not writer.is_active:
                    shutil.rmtree(path, ignore_errors=True)
                self._generations.sweep()

    def is_rebuilding(self) -> bool:
        """Tell whether some process builds a fresh index."""
        try:
            with self._generations.locked(_REBUILD, wait=0):
                return False
        except EngineBusyError:
            return True

    def _opened(self) -> Reader:
        """Return a reader that this very process has opened, up to date."""
        path = self._generations.current()
        reader = self._reader
        if reader is None or reader.path != path or reader.process != os.getpid():
            reader = self._reader = self._open(Reader)
        reader.refresh()
        return reader

    def _open(self, opener: Callable[[Path], Opened]) -> Opened:
        for _ in range(_TRIES):
            path = self._generations.current()
            try:
                return opener(path)
            except (OSError, ValueError) as error:
                reason = error
        msg = f"the index of {self._generations.directory} cannot be opened: {reason}"
        raise IndexMissingError(msg)
