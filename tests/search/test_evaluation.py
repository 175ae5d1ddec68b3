"""The measures of relevance, on rankings one can check by hand."""

import pytest

from search.evaluation import Judgement, evaluate

QUESTION = [Judgement("q", frozenset({"a", "b"}))]


@pytest.mark.parametrize(
    ("found", "mrr", "ndcg", "success"),
    [
        ("ab", 1, 1, 1),
        ("xa", 0.5, 0.3869, 1),
        ("xxab", 0.3333, 0.5706, 1),
        ("xyz", 0, 0, 0),
        ("", 0, 0, 0),
        ("xxxxxxxxxxa", 0, 0, 0),
    ],
)
def test_a_right_answer_is_worth_more_high_up(
    found: str, mrr: float, ndcg: float, success: float
) -> None:
    scores = evaluate(QUESTION, lambda _query: found)

    assert scores.mrr == pytest.approx(mrr, abs=1e-4)
    assert scores.ndcg == pytest.approx(ndcg, abs=1e-4)
    assert scores.success == success


def test_no_question_scores_nothing() -> None:
    assert evaluate([], lambda _query: "").queries == 0
