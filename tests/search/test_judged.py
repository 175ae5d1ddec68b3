"""`search_evaluate`, on judged sets as people make them."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from django.core.management import CommandError, call_command

Evaluate = Callable[..., str]

CORPUS = (
    {"id": 1, "title": "Forum ouvert", "body": "débat"},
    {"id": 2, "title": "Débat"},
)
QUERIES = (
    {"query": "débats", "relevant": [2]},
    {"query": "forum", "relevant": [2]},
)


@pytest.fixture
def evaluate(tmp_path: Path) -> Evaluate:
    """Write a corpus and questions, and return what the command says of them, warnings included."""

    def said(corpus: object = CORPUS, queries: object = QUERIES) -> str:
        paths = []
        for name, lines in (("corpus.jsonl", corpus), ("queries.jsonl", queries)):
            paths.append(tmp_path / name)
            texts = [each if isinstance(each, str) else json.dumps(each) for each in lines]
            paths[-1].write_text("\n".join(texts), encoding="utf-8")
        output = StringIO()
        call_command("search_evaluate", *map(str, paths), stdout=output, stderr=output)
        return output.getvalue()

    return said


def test_an_evaluation_prints_its_scores(evaluate: Evaluate) -> None:
    assert "2 questions: MRR@10 0.5000, nDCG@10 0.5000, success@10 0.5000" in evaluate()


@pytest.mark.parametrize("relevant", [["2"], [2], 2, "2", {"2": 1, "1": 0}], ids=str)
def test_ids_are_alike_as_text_and_as_numbers(evaluate: Evaluate, relevant: object) -> None:
    said = evaluate(queries=[{"query": "débats", "relevant": relevant}])

    assert "1 questions: MRR@10 1.0000" in said


def test_blank_lines_a_mark_of_order_and_missing_texts_are_no_trouble(evaluate: Evaluate) -> None:
    corpus = ("\ufeff" + json.dumps({"id": "a", "title": None, "body": ["Un", "débat"]}), "", "  ")

    assert "success@10 1.0000" in evaluate(corpus, [{"query": "débat", "relevant": ["a"]}])


def test_right_answers_that_are_not_in_the_corpus_count_as_not_found(evaluate: Evaluate) -> None:
    said = evaluate(queries=[{"query": "débats", "relevant": [2, 99]}])

    assert "1 right answers are not in the corpus" in said
    assert "nDCG@10 0.6131" in said


def test_questions_that_nothing_answers_are_left_out(evaluate: Evaluate) -> None:
    said = evaluate(queries=[*QUERIES, {"query": "débat"}, {"query": " ", "relevant": [1]}])

    assert "2 questions without words or without right answers" in said
    assert "2 questions: MRR@10 0.5000" in said


def test_a_document_given_twice_is_the_last_one(evaluate: Evaluate) -> None:
    said = evaluate([*CORPUS, {"id": "2", "title": "Autre"}], [{"query": "autre", "relevant": [2]}])

    assert "success@10 1.0000" in said
    assert "1 documents have the id of another" in said


def test_only_a_grade_above_zero_is_relevant(evaluate: Evaluate) -> None:
    grades = {"1": "0", "2": "2", "99": -1}

    assert "1 questions: MRR@10 1.0000, nDCG@10 1.0000" in evaluate(
        queries=[{"query": "débats", "relevant": grades}]
    )


def test_halves_of_characters_and_signs_nobody_sees_are_no_trouble(evaluate: Evaluate) -> None:
    corpus = ['{"id": "\\ud800", "title": "d\\u0000", "body": "\\ud83d débat"}']

    said = evaluate(corpus, ['{"query": "débat \\ud800", "relevant": ["\\ud800"]}'])

    assert "success@10 1.0000" in said


@pytest.mark.parametrize(
    ("corpus", "queries", "complaint"),
    [
        (["{"], QUERIES, "corpus.jsonl, line 1: this is not JSON"),
        ([json.dumps(CORPUS)], QUERIES, "corpus.jsonl, line 1: one object per line"),
        ([*CORPUS, {"title": "Sans nom"}], QUERIES, "corpus.jsonl, line 3: an id is expected"),
        (CORPUS, [{"query": "débat", "relevant": 1.5}], 'queries.jsonl, line 1: "relevant" is'),
        (CORPUS, [{"query": "débat", "relevant": [None]}], "queries.jsonl, line 1: an id"),
        (CORPUS, [{"query": "débat", "relevant": {"1": "haut"}}], "line 1: a grade is a number"),
        (CORPUS, [{"question": "débat", "relevant": [1]}], "queries.jsonl holds no question"),
        ([], QUERIES, "corpus.jsonl holds no document"),
        ([{"id": "é" * 300}], QUERIES, "corpus.jsonl, line 1: an id has 500 bytes at most"),
        (["[" * 100_000], QUERIES, "corpus.jsonl, line 1: this is not JSON"),
    ],
)
def test_what_cannot_be_understood_is_said_with_its_line(
    evaluate: Evaluate, corpus: object, queries: object, complaint: str
) -> None:
    with pytest.raises(CommandError, match=complaint):
        evaluate(corpus, queries)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes('{"id": "é"}'.encode("latin-1"))

    for path in (latin, tmp_path / "missing.jsonl"):
        with pytest.raises(CommandError, match=f"{path.name} cannot be read"):
            call_command("search_evaluate", str(path), str(path))
