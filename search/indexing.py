"""From names of things to their documents, as the database says now."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from search import registry
from search.engines.base import Writer
from search.schema import SearchDocument

logger = logging.getLogger(__name__)


@dataclass
class Batch:
    """What became of some things: their documents, those nobody may find, those that failed."""

    documents: list[SearchDocument] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)

    def write(self, writer: Writer) -> None:
        """Put and remove what must be."""
        writer.put(self.documents)
        writer.remove(self.gone)


def describe(uids: Iterable[str]) -> Batch:
    """Build the documents of some things; a subject's mistake on one does not stop the others."""
    batch = Batch()
    uids = list(uids)
    together = _together(uids)
    for uid in uids:
        try:
            # What was not described with the others may be gone, a draft, or a mistake: asked alone.
            document = together.get(uid) or registry.document(uid)
        except Exception:
            logger.exception("The document of %s could not be built", uid)
            batch.failed.add(uid)
        else:
            _sort(uid, document, batch)
    return batch


def _together(uids: Iterable[str]) -> Mapping[str, SearchDocument]:
    """Describe at once what can be; after a mistake nothing is, and each is then asked alone."""
    try:
        return registry.documents_at_once(uids)
    except Exception:
        logger.exception("Documents could not be built together")
        return {}


def _sort(uid: str, document: SearchDocument | None, batch: Batch) -> None:
    if document is None:
        batch.gone.append(uid)
    else:
        batch.documents.append(document)
