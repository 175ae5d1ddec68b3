"""How good the ranking is, measured on questions whose right answers people have chosen."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

DEPTH = 10

Ranking = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class Judgement:
    """A question and what answers it."""

    query: str
    relevant: frozenset[str]


@dataclass(frozen=True)
class Scores:
    """Means over the questions: 1 is perfect, 0 is nothing right in the first ten.

    `mrr` rewards a right answer high up, `ndcg` all right answers high up, `success` one at all.
    """

    queries: int
    mrr: float
    ndcg: float
    success: float


def evaluate(judgements: Iterable[Judgement], ranking: Ranking) -> Scores:
    """Ask every question and score what comes back."""
    rows = [tuple(_scored(ranking(each.query)[:DEPTH], each.relevant)) for each in judgements]
    if not rows:
        return Scores(0, 0.0, 0.0, 0.0)
    mrr, ndcg, success = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    return Scores(len(rows), mrr, ndcg, success)


def _scored(found: Sequence[str], relevant: frozenset[str]) -> Iterator[float]:
    ranks = [rank for rank, uid in enumerate(found, start=1) if uid in relevant]
    yield 1 / ranks[0] if ranks else 0.0
    ideal = _gain(range(1, min(DEPTH, len(relevant)) + 1))
    yield _gain(ranks) / ideal if ideal else 0.0
    yield float(bool(ranks))


def _gain(ranks: Iterable[int]) -> float:
    return sum(1 / math.log2(rank + 1) for rank in ranks)
