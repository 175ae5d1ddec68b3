"""Whatever the documents and the choices, an engine finds what a loop would."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.analysis import fold, sort_key, tokens
from search.engines.base import Engine
from search.extracts import Wanted, extract
from search.queries import find
from search.questions import clean, read
from search.request import MAX_WINDOW, SearchRequest, Sort
from search.schema import SearchDocument
from tests.search.builders import fill

# The same examples everywhere, however busy the machine; the engine is filled anew by each.
STEADY = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
NAMES = ("theme", "phase", "keyword")
CODES = st.sampled_from(["a", "b", "c"])
VALUES = st.dictionaries(st.sampled_from(NAMES), st.lists(CODES, max_size=3).map(tuple))
CHOICES = st.dictionaries(st.sampled_from(NAMES), st.frozensets(CODES, max_size=2))
KINDS = st.sampled_from(["method", "term", "dynamic"])
WORDS = st.sampled_from(["forum", "débat", "énergie", "monnaie"])


@st.composite
def documents(draw: st.DrawFn) -> list[SearchDocument]:
    contents = draw(st.lists(st.tuples(KINDS, VALUES, st.lists(WORDS, max_size=3)), max_size=12))
    return [
        SearchDocument(
            uid=f"{kind}:{number}",
            kind=kind,
            title=" ".join(words),
            url="/",
            facets=facets,
        )
        for number, (kind, facets, words) in enumerate(contents)
    ]


@given(
    held=documents(),
    filters=CHOICES,
    kinds=st.lists(KINDS, max_size=2, unique=True).map(tuple),
    word=st.one_of(st.just(""), WORDS),
)
@settings(STEADY, max_examples=40)
def test_hits_and_counts_are_those_of_a_loop(
    engine: Engine,
    held: Sequence[SearchDocument],
    filters: Mapping[str, frozenset[str]],
    kinds: tuple[str, ...],
    word: str,
) -> None:
    fill(engine, held)
    request = SearchRequest(
        terms=word,
        kinds=kinds,
        filters=filters,
        facets=("kind", *NAMES),
        per_page=MAX_WINDOW,
        is_verbatim=True,
    )

    results = find(request, engine)

    spoken = [each for each in held if not word or word in each.title.split()]
    assert set(results.uids) == {each.uid for each in spoken if passes(each, request.choices)}
    for name in ("kind", *NAMES):
        others = {facet: codes for facet, codes in request.choices.items() if facet != name}
        expected = Counter(
            code for each in spoken if passes(each, others) for code in each.codes(name)
        )
        counted = {value.value: value.count for value in results.facets[name].values}
        assert {code: count for code, count in counted.items() if count} == dict(expected)


def passes(document: SearchDocument, choices: Mapping[str, frozenset[str]]) -> bool:
    return all(set(document.codes(name)) & codes for name, codes in choices.items())


@given(st.text(max_size=400))
@settings(STEADY)
def test_no_text_breaks_the_analysis(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert sort_key(text).isascii() or not text.isascii()
    for token in tokens(text):
        assert token.exact
        assert token.stem
        assert token.start < token.end


@given(st.text(max_size=400))
@settings(STEADY)
def test_no_question_breaks_its_reading(terms: str) -> None:
    question = read(clean(terms))

    assert clean(clean(terms)) == clean(terms)
    for word in question.words:
        assert question.terms[word.start : word.end] == word.surface


@given(st.text(alphabet="<>&\"' forum\n", max_size=300))
@settings(STEADY)
def test_an_extract_holds_no_markup_but_marks(text: str) -> None:
    shown = extract(text, text, Wanted(frozenset({"forum"})))

    assert "<" not in shown.replace("<mark>", "").replace("</mark>", "")
    assert shown.count("<mark>") == shown.count("</mark>")


@pytest.mark.parametrize("sort", [Sort.TITLE, Sort.RECENT, Sort.OLDEST, Sort.NEWEST])
def test_no_two_documents_share_a_place_in_an_order(engine: Engine, sort: Sort) -> None:
    twins = [SearchDocument(f"term:{number}", "term", "Même titre", "/") for number in range(9)]
    fill(engine, twins)
    shuffled = find(SearchRequest(sort=sort), engine).uids
    fill(engine, reversed(twins))

    assert find(SearchRequest(sort=sort), engine).uids == shuffled
