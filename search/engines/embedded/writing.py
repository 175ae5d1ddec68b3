"""Writing an index: documents in, documents out, and the switch to a fresh one."""

from collections.abc import Callable, Iterable
from pathlib import Path

import tantivy

from search.engines.base import EngineBusyError
from search.engines.embedded.layout import written
from search.schema import SearchDocument

_SMALL_HEAP = 20_000_000
_LARGE_HEAP = 100_000_000


class UpdateWriter:
    """Writes in an index that readers have open."""

    def __init__(self, index: tantivy.Index, heap: int = _SMALL_HEAP) -> None:
        try:
            self._writer = index.writer(heap, num_threads=1)
        except ValueError as error:
            msg = "another process is writing in this index"
            raise EngineBusyError(msg) from error

    def put(self, documents: Iterable[SearchDocument]) -> None:
        """Add documents in place of their former versions."""
        for document in documents:
            self._writer.delete_documents_by_term("uid", document.uid)
            self._writer.add_document(written(document))

    def remove(self, uids: Iterable[str]) -> None:
        """Forget documents."""
        for uid in uids:
            self._writer.delete_documents_by_term("uid", uid)

    def commit(self) -> frozenset[str]:
        """Make it visible, and delete the files a killed writer may have left; nothing is refused."""
        self._writer.commit()
        self._writer.garbage_collect_files()
        return frozenset()

    def close(self) -> None:
        """Drop what was not committed and let others write."""
        self._writer.rollback()
        self._writer.wait_merging_threads()


class FreshWriter(UpdateWriter):
    """Writes in an index nobody reads yet."""

    def __init__(self, index: tantivy.Index, path: Path, activate: Callable[[Path], None]) -> None:
        super().__init__(index, _LARGE_HEAP)
        self._path = path
        self._activate = activate
        self._written: set[str] = set()
        self.is_active = False

    def put(self, documents: Iterable[SearchDocument]) -> None:
        """Add documents; looking for former versions is spared at the first."""
        for document in documents:
            if document.uid in self._written:
                self._writer.delete_documents_by_term("uid", document.uid)
            self._written.add(document.uid)
            self._writer.add_document(written(document))

    def activate(self) -> None:
        """Answer from this index from now on."""
        self._activate(self._path)
        self.is_active = True
