"""Completion: what someone may be about to type, things first, then places and keywords."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from urllib.parse import urlencode

from django.urls import reverse

from search import counts, questions
from search.analysis import sort_key, tokens
from search.engines import current_engine
from search.engines.base import Engine, EngineUnavailableError, Query
from search.registry import kind_label
from search.request import Sort
from search.schema import PUBLIC
from search.tree import AllOf, Node, Prefix, Term

LIMIT = 8
MIN_LETTERS = 2
_FIELD = "heading"
# Enough to put those that begin as typed before those that merely contain it.
_CANDIDATES = 40
_MOST_VALUES = 3


@dataclass(frozen=True)
class Suggestion:
    """Something to go to directly."""

    kind: str
    kind_label: str
    title: str
    url: str


def suggest(
    typed: str,
    *,
    audiences: frozenset[str] = frozenset({PUBLIC}),
    limit: int = LIMIT,
    engine: Engine | None = None,
) -> tuple[Suggestion, ...]:
    """Propose what begins so; nothing when no engine answers."""
    typed = questions.clean(typed)
    if len(sort_key(typed)) < MIN_LETTERS:
        return ()
    engine = engine or current_engine()
    try:
        values = tuple(islice(_values(typed, audiences, engine), _MOST_VALUES))
        things = _things(typed, audiences, engine)
        return tuple(islice(chain(islice(things, limit - len(values)), values), limit))
    except EngineUnavailableError:
        return ()


def _things(typed: str, audiences: frozenset[str], engine: Engine) -> Iterator[Suggestion]:
    query = Query(_tree(typed), audiences=audiences, sort=Sort.TITLE, limit=_CANDIDATES)
    beginning = sort_key(typed)
    found = sorted(
        engine.search(query).documents,
        key=lambda document: not sort_key(document.title).startswith(beginning),
    )
    for document in found:
        yield Suggestion(document.kind, kind_label(document.kind), document.title, document.url)


def _tree(typed: str) -> Node:
    """Match every word, the last by its beginning; a small word alone may become a longer one."""
    words = tuple(tokens(typed))[: questions.MAX_WORDS]
    if not words:
        return Prefix(_FIELD, sort_key(typed).split()[-1])
    complete = tuple(Term(_FIELD, word.exact) for word in words[:-1])
    last = Prefix if words[-1].end == len(typed) else Term
    return AllOf((*complete, last(_FIELD, words[-1].exact)))


def _values(typed: str, audiences: frozenset[str], engine: Engine) -> Iterator[Suggestion]:
    """Yield the places and keywords that begin so and lead somewhere."""
    names = tuple(facet.name for facet in counts.known_facets().values() if facet.is_suggested)
    query = Query(audiences=audiences, facets=names, limit=0)
    beginning = sort_key(typed)
    for name, codes in engine.search(query).facets.items():
        labels = counts.labels_of(name, frozenset(codes), engine.version())
        for code in sorted(codes, key=lambda each: (-codes[each], each)):
            if sort_key(labels.get(code, code)).startswith(beginning):
                address = f"{reverse('search:results')}?{urlencode({name: code})}"
                yield Suggestion(name, counts.facet_label(name), labels.get(code, code), address)
