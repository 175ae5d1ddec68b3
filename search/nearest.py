"""What is nearest to a question that found nothing: the values of a facet its words, or what looks like them, lead to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import JaroWinkler

from search import questions
from search.analysis import Token, tokens
from search.engines import current_engine
from search.engines.base import Engine, EngineUnavailableError, Query
from search.questions import EXACT_FIELD
from search.request import FacetValue, SearchRequest
from search.tree import AnyOf, Node, Prefix

# A beginning this short still says something, and a word has no more of them than this that are tried.
_SHORTEST, _MOST_BEGINNINGS = 4, 8
# From here on two words are two spellings or two inflections of one: gouvernance, gouverner.
_ALIKE = 0.87


def nearest(
    asked: SearchRequest, facet: str, values: Sequence[FacetValue], engine: Engine | None = None
) -> tuple[FacetValue, ...]:
    """Choose, among the values of a facet and their counts, those nearest to the words of a question, nearest first.

    First those that are called so, then those that most of what has such words is about, common ones less easily.
    """
    words = tuple(_words(asked.terms))
    if not words:
        return ()
    try:
        counts = _counts(words, asked, facet, engine or current_engine())
    except EngineUnavailableError:
        counts = {}
    ranks = {each: _rank(each, words, counts.get(each.value, 0)) for each in values}
    near = [each for each, (is_called, weight) in ranks.items() if is_called or weight]
    return tuple(sorted(near, key=ranks.__getitem__, reverse=True))


def _words(terms: str) -> Iterator[Token]:
    question = questions.read(questions.clean(terms))
    yield from question.telling_words
    for phrase in question.phrases:
        yield from phrase


def _counts(
    words: Iterable[Token], asked: SearchRequest, facet: str, engine: Engine
) -> Mapping[str, int]:
    """Count the values among what has one of the words or, for those that are nowhere, their longest known beginning."""
    choices = [tuple(_beginnings(word)) for word in words]
    every = tuple(node for nodes in choices for node in nodes)
    known = dict(zip(every, engine.occurring(every, asked.audiences), strict=True))
    found = [next(filter(known.__getitem__, nodes), None) for nodes in choices]
    tree = AnyOf(tuple(node for node in found if node))
    if not tree.parts:
        return {}
    query = Query(tree, audiences=asked.audiences, facets=(facet,), limit=0)
    return engine.search(query).facets[facet]


def _beginnings(word: Token) -> Iterator[Node]:
    yield questions.word_node(word)
    shortest = max(_SHORTEST, len(word.exact) - _MOST_BEGINNINGS)
    for length in range(len(word.exact) - 1, shortest - 1, -1):
        yield Prefix(EXACT_FIELD.name, word.exact[:length])


def _rank(value: FacetValue, words: Iterable[Token], count: int) -> tuple[bool, float]:
    called = tuple(tokens(value.label))
    is_called = any(
        word.stem == part.stem or JaroWinkler.similarity(word.exact, part.exact) >= _ALIKE
        for word in words
        for part in called
    )
    return is_called, count * count / max(value.count, 1)
