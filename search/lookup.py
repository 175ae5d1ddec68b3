"""From an address of this site to the document found there."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from django.conf import settings

from search.analysis import tokens
from search.engines.base import Engine, Query
from search.questions import MAX_WORDS, word_node
from search.request import MAX_WINDOW, Sort
from search.schema import SearchDocument
from search.tree import AnyOf, Everything

_NEAREST = 200
_BATCH = 1_000


def path_in(address: str) -> str:
    """Return the path, and the anchor if any, of an address of this site; an empty text for others."""
    parts = urlsplit(address.strip())
    ours = {"", urlsplit(settings.SITE_URL).netloc, *settings.ALLOWED_HOSTS}
    if parts.netloc not in ours or parts.scheme not in {"", "http", "https"}:
        return ""
    path = unquote(parts.path)
    if not path.startswith("/"):
        return ""
    anchor = f"#{unquote(parts.fragment)}" if parts.fragment else ""
    is_file = "." in path.rpartition("/")[-1]
    return f"{path}{'' if path.endswith('/') or is_file else '/'}{anchor}"


def document_at(path: str, engine: Engine) -> SearchDocument | None:
    """Find the document of a path: among those its words find, else among all one could list."""
    return next((each for each in _candidates(path, engine) if each.url == path), None)


def _candidates(path: str, engine: Engine) -> Iterator[SearchDocument]:
    last = re.split(r"[/#]", path.rstrip("/"))[-1].replace("-", " ")
    if words := tuple(tokens(last))[:MAX_WORDS]:
        nodes = tuple(word_node(word) for word in words)
        yield from engine.search(Query(AnyOf(nodes), limit=_NEAREST)).documents
    for offset in range(0, MAX_WINDOW, _BATCH):
        query = Query(Everything(), sort=Sort.TITLE, offset=offset, limit=_BATCH)
        documents = engine.search(query).documents
        yield from documents
        if len(documents) < _BATCH:
            return
