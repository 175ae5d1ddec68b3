"""Documents to search, in one line each."""

from collections.abc import Iterable
from typing import Any

from search.engines.base import Engine
from search.schema import SearchDocument

# A busy machine lets a lock go late; nobody else holds it for long in a test.
PATIENCE = 30.0


def make_document(
    title: str, *, uid: str = "", kind: str = "method", **content: Any
) -> SearchDocument:
    """Make a document; its uid comes from its title when none is given."""
    uid = uid or f"{kind}:{title.casefold().replace(' ', '-')}"
    return SearchDocument(uid=uid, kind=kind, title=title, url=f"/{uid}/", **content)


def fill(engine: Engine, documents: Iterable[SearchDocument]) -> None:
    """Replace everything an engine holds."""
    with engine.rebuild() as fresh:
        fresh.put(documents)
        fresh.commit()
        with engine.lock(wait=PATIENCE):
            fresh.activate()


def update(engine: Engine, *documents: SearchDocument, remove: Iterable[str] = ()) -> None:
    """Change some of what an engine holds."""
    with engine.lock(wait=PATIENCE), engine.update() as writer:
        writer.put(documents)
        writer.remove(remove)
        writer.commit()
