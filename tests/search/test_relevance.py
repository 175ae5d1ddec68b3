"""The ranking, held to what people judged right. The data is not ours to commit: absent, it is skipped.

A quarter of the documents judged right are articles of law known by their number only ("Article L3221-3"): no word
leads to them, so that even a perfect ranking by words has an nDCG of .86 with the usual definition. The floors of
nDCG are therefore two: one with every judged document in the ideal, one with those that have words.
"""

from collections.abc import Callable

import pytest

from search.engines.base import Engine
from search.evaluation import evaluate
from search.queries import ranked
from search.request import SearchRequest
from tests.search import judged_set
from tests.search.builders import fill

MRR, NDCG, NDCG_OF_ALL = 0.66, 0.50, 0.42
ONE_IN = 8

pytestmark = pytest.mark.skipif(not judged_set.FILE.exists(), reason="the judged set is not here")

Rank = Callable[[str], tuple[str, ...]]


@pytest.fixture
def rank(engine: Engine) -> Rank:
    """Rank the judged documents."""
    fill(engine, judged_set.documents())
    return lambda terms: ranked(SearchRequest(terms, per_page=10), engine)


def test_the_right_answers_come_first(rank: Rank) -> None:
    asked = list(judged_set.reported())
    rankings = {question: rank(question) for question, _ in asked}

    scores, scores_of_words = (
        evaluate(judged_set.judgements(asked, only_with_words=only), rankings.__getitem__)
        for only in (False, True)
    )

    assert scores.mrr >= MRR
    assert scores.ndcg >= NDCG_OF_ALL
    assert scores_of_words.ndcg >= NDCG


def test_typed_without_accents_the_answers_are_the_same(rank: Rank) -> None:
    unaccented = judged_set.unaccented
    accented = [
        question for question, _ in judged_set.reported() if unaccented(question) != question
    ]

    for question in accented[::ONE_IN]:
        assert rank(unaccented(question)) == rank(question), question
