"""The ranking, held to what people judged right. The data is not ours to commit: absent, it is skipped.

A quarter of the documents judged right are articles of law known by their number only ("Article L3221-3"): no word
leads to them, so that even a perfect ranking by words has an nDCG of .86 with the usual definition. The floors of
nDCG are therefore two: one with every judged document in the ideal, one with those that have words.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterator

import pytest

from django.conf import settings

from search.engines.base import Engine
from search.evaluation import Judgement, evaluate
from search.queries import ranked
from search.request import SearchRequest
from search.schema import SearchDocument
from tests.search.builders import fill

JUDGED = settings.BASE_DIR.parent / "shared/data/relevance/cdtn-prequalified.json"
# Weights were chosen on the intents whose hash is even; the others judge them.
MRR, NDCG, NDCG_OF_ALL = 0.66, 0.50, 0.42
ONE_IN = 8
_NUMBER_ONLY = re.compile(r"(?:Article )?[LRD] ?\d[\d-]*")

pytestmark = pytest.mark.skipif(not JUDGED.exists(), reason="the judged set is not here")

Judged = list[tuple[str, dict[str, str]]]


def unaccented(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def reported() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the questions of the reporting half, each with the titles of its right answers by address."""
    for intent in json.loads(JUDGED.read_text(encoding="utf-8")):
        if hashlib.sha256(intent["title"].encode()).digest()[-1] % 2:
            for variant in intent["variants"]:
                yield variant, {each["url"]: each["title"] for each in intent["refs"]}


def judgements(questions: Judged, *, only_with_words: bool) -> list[Judgement]:
    return [
        Judgement(
            query,
            frozenset(
                f"text:{url}"
                for url, title in answers.items()
                if not (only_with_words and _NUMBER_ONLY.fullmatch(title))
            ),
        )
        for query, answers in questions
    ]


def documents() -> Iterator[SearchDocument]:
    """Yield the judged documents: titles, and addresses as texts."""
    intents = json.loads(JUDGED.read_text(encoding="utf-8"))
    titles = {each["url"]: each["title"] for intent in intents for each in intent["refs"]}
    for url, title in titles.items():
        yield SearchDocument(f"text:{url}", "text", title, "/", body=url.replace("-", " "))


@pytest.fixture
def rank(engine: Engine) -> Callable[[str], tuple[str, ...]]:
    """Rank the judged documents."""
    fill(engine, documents())
    return lambda terms: ranked(SearchRequest(terms, per_page=10), engine)


def test_the_right_answers_come_first(rank: Callable[[str], tuple[str, ...]]) -> None:
    questions = list(reported())
    rankings = {question: rank(question) for question, _ in questions}

    scores = evaluate(judgements(questions, only_with_words=False), rankings.__getitem__)
    scores_of_words = evaluate(judgements(questions, only_with_words=True), rankings.__getitem__)

    assert scores.mrr >= MRR
    assert scores.ndcg >= NDCG_OF_ALL
    assert scores_of_words.ndcg >= NDCG


def test_typed_without_accents_the_answers_are_the_same(
    rank: Callable[[str], tuple[str, ...]],
) -> None:
    accented = [question for question, _ in reported() if unaccented(question) != question]

    for question in accented[::ONE_IN]:
        assert rank(unaccented(question)) == rank(question), question
