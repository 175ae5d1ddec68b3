"""Misspelt words and their neighbours."""

import pytest

from search import spelling
from search.analysis import tokens

VOCABULARY = {
    "financement": 5,
    "participatif": 3,
    "tiers": 4,
    "lieux": 4,
    "porte": 9,
    "parte": 1,
    "energie": 2,
    "cooperation": 7,
}


@pytest.mark.parametrize(
    ("word", "neighbour"),
    [
        ("finansement", "financement"),
        ("particpatif", "participatif"),
        ("partcipaitf", "participatif"),
        ("porteé", "porte"),
        ("morte", None),
        ("tierslieux", "tiers lieux"),
        ("enregie", "energie"),
        ("energiees", "energie"),
        ("enrgei", None),
        ("zzzzzz", None),
        ("purte", "porte"),
    ],
)
def test_the_nearest_word_is_found(word: str, neighbour: str | None) -> None:
    assert spelling.nearest(word, VOCABULARY) == neighbour


def test_among_equals_the_word_most_used_wins() -> None:
    assert spelling.nearest("pqrte", {"porte": 1, "parte": 2}) == "parte"
    assert spelling.nearest("pqrte", {"porte": 2, "parte": 2}) == "parte"


@pytest.mark.parametrize("word", ["", "a", "les", "cae", "peur", "19010", "co2eq"])
def test_short_words_and_figures_are_never_misspelt(word: str) -> None:
    assert not spelling.is_correctable(word)


def test_known_words_are_not_corrected() -> None:
    words = tuple(tokens("finansement particpatif"))

    found = spelling.corrections(
        words, lambda _word: VOCABULARY, lambda word: word.exact == "particpatif"
    )

    assert {word.exact: neighbour for word, neighbour in found.items()} == {
        "finansement": "financement"
    }


def test_nothing_is_looked_for_when_every_word_is_known() -> None:
    def unread(_word: str) -> dict[str, int]:
        raise AssertionError

    assert spelling.corrections(tuple(tokens("financement")), unread, lambda _word: True) == {}


def test_only_a_few_words_are_corrected() -> None:
    words = tuple(tokens("finansement " * 20))

    assert len(spelling.corrections(words, lambda _word: VOCABULARY, lambda _word: False)) == 6


def test_a_correction_keeps_the_rest_of_what_was_typed() -> None:
    terms = "L’enrgie (SCIC) finansement ?"
    energy, _scic, financing = tokens(terms)
    found = {energy: "energie", financing: "financement"}

    assert spelling.apply(terms, found) == "L’energie (SCIC) financement ?"
    assert spelling.apply(terms, found, {"energie": "énergie"}) == "L’énergie (SCIC) financement ?"


def test_accents_come_from_what_was_found() -> None:
    found = spelling.accented_forms(
        ["energie", "tiers lieux"], ["L’Énergie des tiers-lieux", "energie"]
    )

    assert found == {"energie": "énergie", "tiers": "tiers", "lieux": "lieux"}
