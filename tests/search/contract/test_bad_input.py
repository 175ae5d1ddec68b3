"""Whatever is typed, the answer is clear and quick, whatever the engine."""

import time

import pytest

from portal.core.collecting import keeping_what_is_here
from search.engines.base import EngineUnavailableError
from search.queries import find
from search.request import SearchRequest
from tests.search.builders import make_document
from tests.search.conftest import Ask, Hold

ODDITIES = [
    "",
    " ",
    "a",
    "é",
    "?",
    "les des du",
    '"',
    '""',
    "«»",
    '"habitants',
    'habitants" "',
    "AND OR NOT",
    "habitants AND (débat OR",
    "title:habitants",
    "+habitants -débat",
    "habitants~2^4",
    "[a TO z}",
    "*",
    "habit*",
    "/.*/",
    "\\",
    "l'",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "%00",
    "\x00\x01\x1f",
    "\u202eforum\u200b",
    "😀",
    "👩‍👩‍👧‍👦 habitants",
    "日本語",
    "العربية",
    "ﬁnancement",
    "١٢٣",
    "a" * 10_000,
    "habitants " * 1_000,
    " ".join(f"mot{number}" for number in range(2_000)),
    "zzzzzzzz " * 100,
    "l'" * 5_000,
    "a.b." * 2_500,
    '"a" ' * 2_500,
    "\ud800",
]


@pytest.mark.parametrize("typed", ODDITIES, ids=lambda typed: ascii(typed[:20]))
def test_nothing_one_can_type_breaks_search(hold: Hold, ask: Ask, typed: str) -> None:
    hold(make_document("Impliquer les habitants", body="habitants et débat"))

    # The collector's rounds through what the whole suite has left in memory are not this question's.
    with keeping_what_is_here():
        started = time.process_time()
        results = ask(typed, facets=("kind",))
        spent = time.process_time() - started

    assert spent < 0.5
    assert results.is_available
    assert len(results.request.terms) <= 200


@pytest.mark.parametrize("typed", ["les des du", "?", "😀", '" "'])
def test_words_that_say_nothing_find_nothing_and_it_is_told(
    hold: Hold, ask: Ask, typed: str
) -> None:
    hold(make_document("Les habitants"))

    results = ask(typed)

    assert results.total == 0
    assert results.notice


def test_a_question_too_long_is_cut_and_it_is_told(hold: Hold, ask: Ask) -> None:
    hold(make_document("Les habitants"))

    results = ask("habitants " * 1_000)

    assert results.total == 1
    assert "200" in results.notice


def test_a_plain_question_has_no_notice(hold: Hold, ask: Ask) -> None:
    hold(make_document("Les habitants"))

    assert ask("habitants").notice == ""


def test_an_engine_that_is_away_is_told_not_raised() -> None:
    results = find(SearchRequest(terms="habitants", facets=("kind",)), _Away())

    assert not results.is_available
    assert results.notice
    assert results.facets["kind"].values == ()


class _Away:
    """An engine nobody can reach."""

    def __getattr__(self, name: str) -> object:
        raise EngineUnavailableError(name)
