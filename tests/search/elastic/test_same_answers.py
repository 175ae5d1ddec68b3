"""The two engines side by side: whatever is held and asked, they find the same things and count them alike."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.base import Engine
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from search.evaluation import evaluate
from search.queries import find, ranked, similar_to
from search.request import Box, Near, SearchRequest, Sort
from search.schema import AUDIENCES, MEMBERS, PUBLIC, SearchDocument
from tests.search import judged_set as judged
from tests.search.builders import fill, update
from tests.search.test_properties import CHOICES, KINDS, STEADY, VALUES

# Words that share stems, accents, beginnings and mistakes.
WORDS = st.sampled_from(
    [
        "énergie",
        "énergies",
        "energie",
        "l’énergie",
        "d'énergie",
        "citoyenne",
        "citoyens",
        "citoyen",
        "financement",
        "finansement",
        "participatif",
        "participative",
        "particpatif",
        "SCIC",
        "S.C.I.C.",
        "coopérative",
        "coopératives",
        "tiers-lieu",
        "tiers",
        "lieux",
        "tierslieux",
        "covoiturage",
        "co-voiturage",
        "co",
        "voiturage",
        "gouvernance",
        "gouvern",
        "de",
        "la",
        "des",
        "et",
        "aujourd’hui",
        "1901",
        "3,14",
        "chœur",
    ]
)
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
QUESTIONS = st.one_of(
    TEXTS,
    st.lists(WORDS, min_size=1, max_size=3).map(lambda words: f"« {' '.join(words)} »"),
    st.tuples(st.lists(WORDS, min_size=2, max_size=2), WORDS).map(
        lambda both: f'"{" ".join(both[0])}" {both[1]}'
    ),
)
PLACES = st.one_of(st.none(), st.tuples(st.floats(42, 51), st.floats(-5, 8)))


@st.composite
def documents(draw: st.DrawFn) -> list[SearchDocument]:
    contents = draw(
        st.lists(
            st.tuples(
                KINDS,
                VALUES,
                TEXTS,
                TEXTS,
                st.lists(TEXTS, max_size=2).map(tuple),
                PLACES,
                st.sampled_from(AUDIENCES),
            ),
            max_size=10,
        )
    )
    return [
        SearchDocument(
            uid=f"{kind}:{number}",
            kind=kind,
            title=title,
            url="/",
            body=body,
            tags=tags,
            facets=facets,
            audience=audience,
            latitude=place and place[0],
            longitude=place and place[1],
        )
        for number, (kind, facets, title, body, tags, place, audience) in enumerate(contents)
    ]


REQUESTS = st.builds(
    SearchRequest,
    terms=QUESTIONS,
    kinds=st.lists(KINDS, max_size=1).map(tuple),
    filters=CHOICES,
    sort=st.sampled_from(Sort),
    facets=st.just(("kind", "theme", "phase", "keyword", "situation")),
    near=st.one_of(
        st.none(), st.builds(Near, st.floats(43, 50), st.floats(-4, 7), st.sampled_from([50, 300]))
    ),
    box=st.one_of(st.none(), st.just(Box(-2, 44, 4, 49))),
    cells=st.sampled_from([None, 3, 9, 18]),
    audiences=st.sampled_from([frozenset({PUBLIC}), frozenset({PUBLIC, MEMBERS})]),
    is_verbatim=st.booleans(),
)


@pytest.fixture
def both(elastic: ElasticEngine, tmp_path: Path) -> tuple[Engine, Engine]:
    """The two engines, with an empty index each."""
    engines = (EmbeddedEngine(tmp_path / "index"), elastic)
    for engine in engines:
        fill(engine, [])
    return engines


@given(held=documents(), requests=st.lists(REQUESTS, min_size=3, max_size=6))
@settings(STEADY, max_examples=40)
def test_the_same_question_finds_and_counts_the_same(
    both: tuple[Engine, Engine], held: Sequence[SearchDocument], requests: Sequence[SearchRequest]
) -> None:
    for engine in both:
        update(engine, *held, remove=engine.fingerprints().keys() - {each.uid for each in held})

    for request in requests:
        embedded, elastic = (find(request, engine) for engine in both)
        in_order = request.sort is not Sort.RELEVANCE
        found = [each.uids if in_order else set(each.uids) for each in (embedded, elastic)]
        assert found[0] == found[1], request
        assert embedded.total == elastic.total
        assert embedded.facets == elastic.facets, request
        assert embedded.corrected == elastic.corrected, request
        assert [each.count for each in embedded.cells] == [each.count for each in elastic.cells]
        assert {each.key for each in embedded.cells} == {each.key for each in elastic.cells}


@pytest.mark.skipif(not judged.FILE.exists(), reason="the judged set is not here")
def test_the_same_answers_come_first(both: tuple[Engine, Engine]) -> None:
    documents = list(judged.documents())
    questions = [each for each in judged.reported() if _is_sampled(each[0])]
    scores = []
    for engine in both:
        fill(engine, documents)
        rank = _ranking(engine)
        scores.append(evaluate(judged.judgements(questions, only_with_words=True), rank))

    embedded, elastic = scores
    assert embedded.queries > 300
    assert embedded.mrr == pytest.approx(elastic.mrr, abs=0.01)
    assert embedded.ndcg == pytest.approx(elastic.ndcg, abs=0.01)


def test_the_same_things_resemble_a_document(both: tuple[Engine, Engine]) -> None:
    texts = ("énergie citoyenne locale", "énergie citoyenne", "énergie", "monnaie locale", "débat")
    held = [SearchDocument(f"term:{place}", "term", text, "/") for place, text in enumerate(texts)]
    for engine in both:
        fill(engine, held)

    found = [[hit.uid for hit in similar_to("term:0", engine=engine)] for engine in both]

    assert found[0] == found[1]
    assert found[0][0] == "term:1"


def _ranking(engine: Engine) -> Callable[[str], tuple[str, ...]]:
    return lambda terms: ranked(SearchRequest(terms, per_page=10), engine)


def _is_sampled(question: str) -> bool:
    """Keep one question in five, always the same: all of them say the same and take a minute."""
    return hashlib.sha256(question.encode()).digest()[0] % 5 == 0
