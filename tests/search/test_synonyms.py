"""Words that mean the same."""

import pytest

from search.analysis import tokens
from search.synonyms import Acronym, Match, SynonymGroup, expand, parse

SCIC = SynonymGroup(("société coopérative d’intérêt collectif", "SCIC"))


def expanded(text: str, *groups: SynonymGroup) -> list[Match]:
    return expand(tuple(tokens(text)), groups)


def labels(text: str, *groups: SynonymGroup) -> list[list[str]]:
    return [[form.label for form in match.alternatives] for match in expanded(text, *groups)]


def test_each_form_finds_the_others() -> None:
    assert labels("créer une scic", SCIC) == [["société coopérative d’intérêt collectif"]]
    assert labels("une Société coopérative d'intérêt collectif", SCIC) == [["SCIC"]]
    assert labels("société coopérative", SCIC) == []


def test_inflections_and_small_words_do_not_matter() -> None:
    assert labels("sociétés coopératives intérêts collectifs", SCIC) == [["SCIC"]]


def test_the_longest_form_wins() -> None:
    tool = SynonymGroup(("société coopérative", "SCOP"))

    assert labels("société coopérative d’intérêt collectif", tool, SCIC) == [["SCIC"]]
    assert labels("société coopérative locale", tool, SCIC) == [["SCOP"]]


def test_a_form_of_several_groups_finds_the_forms_of_all() -> None:
    groups = (SynonymGroup(("CAE", "coopérative")), SynonymGroup(("CAE", "accord économique")))

    assert labels("cae", *groups) == [["coopérative", "accord économique"]]


def test_several_forms_may_follow_one_another() -> None:
    groups = (SCIC, SynonymGroup(("recyclerie", "ressourcerie")))

    matches = expanded("recyclerie scic", *groups)

    assert [(match.start, match.end) for match in matches] == [(0, 1), (1, 2)]


@pytest.mark.parametrize(
    ("typed", "is_understood"), [("AN", True), ("an", False), ("An", False), ("A.N.", True)]
)
def test_an_acronym_of_two_letters_must_be_in_capitals(typed: str, is_understood: bool) -> None:
    group = SynonymGroup(("assemblée nationale", "AN"))

    assert bool(expanded(typed, group)) is is_understood


@pytest.mark.parametrize(
    ("typed", "is_typed"), [("scic", True), ("société coopérative d’intérêt collectif", False)]
)
def test_an_acronym_is_spelt_out_whichever_side_was_typed(typed: str, is_typed: bool) -> None:
    (match,) = expanded(typed, SCIC)

    expected = Acronym("SCIC", "société coopérative d’intérêt collectif", is_typed=is_typed)
    assert match.acronym == expected


def test_plain_synonyms_need_no_explanation() -> None:
    (match,) = expanded("recyclerie", SynonymGroup(("recyclerie", "ressourcerie")))

    assert match.acronym is None


def test_a_hand_written_list_is_read() -> None:
    lines = [
        "# Écologie",
        "",
        "SCIC , société coopérative d’intérêt collectif",
        "bricothèque, outilthèque => bibliothèque d’objets",
    ]

    groups = tuple(parse(lines))

    assert groups == (
        SynonymGroup(("SCIC", "société coopérative d’intérêt collectif")),
        SynonymGroup(("bibliothèque d’objets",), from_only=("bricothèque", "outilthèque")),
    )
    assert labels("bricothèque", *groups) == [["bibliothèque d’objets"]]
    assert labels("bibliothèque d’objets", *groups) == []


def test_forms_made_of_small_words_are_ignored() -> None:
    assert labels("les des", SynonymGroup(("les", "des", "SCIC"))) == []
