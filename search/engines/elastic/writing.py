"""Writing in an index: by bulk, each item answered for, and the switch to a fresh one."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from elasticsearch.helpers import streaming_bulk

from search.engines.base import EngineUnavailableError, IndexMissingError
from search.engines.elastic.connection import Connection, is_passing
from search.engines.elastic.generations import Generations
from search.engines.elastic.layout import written
from search.schema import SearchDocument

logger = logging.getLogger(__name__)

_CHUNK = 500
_CHUNK_BYTES = 5_000_000
_TRIES = 3
_FIRST_PAUSE = 0.2  # seconds
_LONGEST_PAUSE = 2.0
# What the server may take later when it has too much to do, or is changing hands.
_PASSING = (429, 502, 503, 504)
_NOT_FOUND = 404


class UpdateWriter:
    """Writes in the index that readers ask: everything waits for the commit.

    `check` makes sure this process may still write; `committed` says that the index has changed.
    """

    needs_alias = True

    def __init__(
        self,
        connection: Connection,
        index: str,
        *,
        check: Callable[[], None],
        committed: Callable[[], None],
    ) -> None:
        self._connection = connection
        self._index = index
        self._check = check
        self._committed = committed
        self._changes: dict[str, dict[str, Any] | None] = {}
        self._refused: set[str] = set()

    def put(self, documents: Iterable[SearchDocument]) -> None:
        """Add documents in place of their former versions."""
        for document in documents:
            uid = document.uid
            self._changes[uid] = written(document)

    def remove(self, uids: Iterable[str]) -> None:
        """Forget documents."""
        self._changes.update(dict.fromkeys(uids))

    def commit(self) -> frozenset[str]:
        """Make it visible; name what the server would not take."""
        self._check()
        self._send()
        with self._connection.writing() as client:
            client.indices.refresh(index=self._index)
        self._committed()
        refused, self._refused = frozenset(self._refused), set()
        return refused

    def _send(self) -> None:
        changes, self._changes = self._changes, {}
        with self._connection.writing() as client:
            answers = streaming_bulk(
                client,
                self._actions(changes),
                chunk_size=_CHUNK,
                max_chunk_bytes=_CHUNK_BYTES,
                max_retries=_TRIES,
                initial_backoff=_FIRST_PAUSE,
                max_backoff=_LONGEST_PAUSE,
                retry_on_status=_PASSING,
                raise_on_error=False,
                require_alias=self.needs_alias,
            )
            self._refused.update(
                uid for is_done, answer in answers if not is_done for uid in _refused(answer)
            )

    def _actions(self, changes: dict[str, dict[str, Any] | None]) -> Iterator[dict[str, Any]]:
        for uid, content in changes.items():
            action = {"_index": self._index, "_id": uid}
            if content is None:
                yield {**action, "_op_type": "delete"}
            else:
                yield {**action, "_op_type": "index", "_source": content}


class FreshWriter(UpdateWriter):
    """Writes in an index nobody reads yet: what is put is sent at once, and forgotten."""

    needs_alias = False

    def __init__(
        self,
        connection: Connection,
        index: str,
        generations: Generations,
        **calls: Callable[[], None],
    ) -> None:
        super().__init__(connection, index, **calls)
        self._generations = generations
        self.is_active = False

    def put(self, documents: Iterable[SearchDocument]) -> None:
        """Add documents in place of their former versions."""
        for document in documents:
            uid = document.uid
            self._changes[uid] = written(document)
            if len(self._changes) >= _CHUNK:
                self._send()

    def activate(self) -> None:
        """Answer from this index from now on."""
        self._check()
        self._generations.activate(self._index)
        self._committed()
        self.is_active = True


def _refused(answer: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield the document the server refused for good.

    Raises:
        IndexMissingError: it is the index that is no longer there.
        EngineUnavailableError: it might take the document later.
    """
    ((operation, item),) = answer.items()
    status, error = item["status"], item.get("error", {})
    if status == _NOT_FOUND and operation == "delete" and not error:
        return
    if error.get("type") == "index_not_found_exception":
        msg = "the index was deleted meanwhile"
        raise IndexMissingError(msg)
    if is_passing(status):
        msg = f"the search server does not take documents ({status})"
        raise EngineUnavailableError(msg)
    # Its reason would repeat the document: the type is enough to know what to look for.
    logger.warning("The search server refuses %s: %s", item["_id"], error.get("type", status))
    yield item["_id"]
