"""The letter under which a word stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.glossary.alphabet import initial, plain


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        ("Tiers-lieu", "T"),
        ("économie", "E"),
        ("Économie sociale", "E"),
        ("œuvre", "O"),
        ("Œuvre", "O"),
        ("ça", "C"),
        ("  usage", "U"),
        ("1901 (loi)", "#"),
        ("« faire système »", "F"),
        ("ß", "S"),
        ("", "#"),
    ],
)
def test_a_word_is_filed_under_its_plain_capital(word, letter):
    assert initial(word) == letter


@given(st.text())
def test_every_word_has_one_place(word):
    assert len(initial(word)) == 1


def test_an_index_sorts_without_accents_nor_capitals():
    words = ["Encapacitation", "Économie", "œuvre", "Offre", "« Usage »", "entreprise"]

    assert sorted(words, key=plain) == [
        "Économie",
        "Encapacitation",
        "entreprise",
        "œuvre",
        "Offre",
        "« Usage »",
    ]
