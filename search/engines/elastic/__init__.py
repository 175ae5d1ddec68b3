"""The engine of larger portals: an Elasticsearch server, version 8 or 9, for any number of machines.

Nothing is opened before the first question, and each process calls for itself.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

from search.engines.base import EngineError, Matches, Query
from search.engines.elastic.connection import Connection
from search.engines.elastic.generations import Generations
from search.engines.elastic.leases import Lease
from search.engines.elastic.reading import Reader
from search.engines.elastic.writing import FreshWriter, UpdateWriter
from search.schema import SearchDocument
from search.tree import Node

# Seconds. A visitor waits no longer; whoever writes has more patience.
PATIENCE = 1.2
WRITE_PATIENCE = 15.0
_WRITE = "write"
_REBUILD = "rebuild"
# An update is short: a rebuild may wait for the one under way.
_UPDATE_WAIT = 30.0
# What depends on the version (labels, words known to exist) bears being this late on what another
# process did; asking the server at every question would cost more than it tells.
_VERSION_LASTS = 5.0


class ElasticEngine:
    """Keeps and finds documents on a server, in indices whose names begin with a prefix."""

    name = "elasticsearch"

    def __init__(
        self,
        url: str,
        prefix: str,
        *,
        patience: float = PATIENCE,
        write_patience: float = WRITE_PATIENCE,
    ) -> None:
        self.prefix = prefix
        self._connection = Connection(url, patience=patience, write_patience=write_patience)
        self._generations = Generations(self._connection, prefix)
        self._reader = Reader(self._connection, self._generations.reading)
        self._locks = f"{prefix}-locks"
        self._held: Lease | None = None
        self._version = ""
        self._version_until = 0.0

    def search(self, query: Query) -> Matches:
        """Find documents."""
        return self._reader.search(query)

    def count(self, query: Query) -> int:
        """Count documents."""
        return self._reader.count(query)

    def occurring(self, nodes: Sequence[Node], audiences: frozenset[str]) -> tuple[bool, ...]:
        """Tell which of these match anything."""
        return self._reader.occurring(nodes, audiences)

    def similar(
        self, uid: str, *, kinds: frozenset[str], audiences: frozenset[str], limit: int
    ) -> tuple[SearchDocument, ...]:
        """Find what resembles a document."""
        return self._reader.similar(uid, kinds=kinds, audiences=audiences, limit=limit)

    def lookalikes(self, word: str, audiences: frozenset[str]) -> Mapping[str, int]:
        """Return the words that may be meant by this one."""
        return self._reader.lookalikes(word, audiences)

    def version(self) -> str:
        """Name the state of the index; of another process's change, a few seconds late."""
        now = time.monotonic()
        if now > self._version_until:
            self._version = self._reader.version()
            self._version_until = now + _VERSION_LASTS
        return self._version

    def fingerprints(self) -> Mapping[str, str]:
        """Return the fingerprint of every document."""
        return dict(self._reader.fingerprints())

    @contextmanager
    def lock(self, *, wait: float) -> Iterator[None]:
        """Keep other writers out."""
        lease = self._lease(_WRITE)
        with lease.held(wait=wait):
            self._held = lease
            try:
                yield
            finally:
                self._held = None

    @contextmanager
    def update(self) -> Iterator[UpdateWriter]:
        """Write in the index in use."""
        self._generations.current()
        yield UpdateWriter(
            self._connection, self._generations.writing, check=self._check, committed=self._changed
        )

    @contextmanager
    def rebuild(self) -> Iterator[FreshWriter]:
        """Write in a fresh index, dropped unless it is activated."""
        with self._lease(_REBUILD).held(wait=0):
            # Whoever writes now does not know of this rebuild: let them end.
            with self.lock(wait=_UPDATE_WAIT):
                self._generations.sweep()
            index = self._generations.create()
            writer = FreshWriter(
                self._connection,
                index,
                self._generations,
                check=self._check,
                committed=self._changed,
            )
            try:
                yield writer
            finally:
                # What cannot be swept now is by the next rebuild.
                with suppress(EngineError):
                    self._generations.sweep()

    def is_rebuilding(self) -> bool:
        """Tell whether some process builds a fresh index."""
        return self._lease(_REBUILD).is_taken()

    def drop(self) -> None:
        """Forget everything, locks included."""
        self._generations.drop(self._locks)
        self._changed()

    def _lease(self, name: str) -> Lease:
        return Lease(self._connection, self._locks, name)

    def _check(self) -> None:
        if self._held:
            self._held.check()

    def _changed(self) -> None:
        self._version_until = 0.0
