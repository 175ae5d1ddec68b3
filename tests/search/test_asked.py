"""Which questions are counted, and what is kept of them."""

from datetime import date

import pytest

from django.http import QueryDict

from search import listing
from search.asked import LONGEST, countable, first_month, kept
from search.request import Results, SearchRequest

FOUND = Results(SearchRequest(), total=3)


def counted(address: str, found: Results = FOUND, referrer: str = "") -> str | None:
    question = countable(listing.read(QueryDict(address), facets=()), found, referrer=referrer)
    return question and question.words


def test_a_first_question_is_counted() -> None:
    assert counted("q=Monnaie+locale") == "monnaie locale"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "q=%20%3F%21",
        "q=les+des",
        "q=monnaie&page=2",
        "q=monnaie&exact=1",
        "q=monnaie&theme=gov",
        "q=monnaie&kind=method",
        "q=monnaie&sort=title",
    ],
)
def test_what_goes_on_with_a_question_is_not(address: str) -> None:
    assert counted(address) is None


def test_coming_back_from_a_filter_is_not_asking_again() -> None:
    before = "https://exemple.fr/recherche/?q=Monnaie&theme=gov"

    assert counted("q=Monnaie", referrer=before) is None
    assert counted("q=Monnaie", referrer="https://exemple.fr/recherche/?q=autre") == "monnaie"
    assert counted("q=Monnaie", referrer="http://[") == "monnaie"


def test_nothing_is_counted_while_search_is_down() -> None:
    assert counted("q=monnaie", Results(SearchRequest(), is_available=False)) is None


def test_a_misspelt_question_counts_as_what_was_searched() -> None:
    found = Results(SearchRequest(), total=1, corrected="financement")

    assert counted("q=finansement", found) == "financement"


def test_questions_alike_but_for_case_accents_and_signs_are_one() -> None:
    questions = [kept(each) for each in ("L’Énergie citoyenne ?", "l'energie  citoyenne")]

    assert {question.key for question in questions if question} == {"l energie citoyenne"}
    assert len(questions) == 2


@pytest.mark.parametrize(
    "typed",
    [
        "camille.dupont@exemple.fr",
        "écrire à camille @ exemple.fr",
        "06 12 34 56 78",
        "0612345678",
        "+33 6.12.34.56.78",
        "carte 4970-1012-3456-7890",
        "dossier n° 1 84 12 76 451 089 46",
    ],
)
def test_what_could_name_somebody_is_never_kept(typed: str) -> None:
    assert kept(typed) is None


@pytest.mark.parametrize("typed", ["tiers-lieu 46100", "bilan 2024", "article 19 loi 1901", "@"])
def test_postcodes_and_years_are_no_secret(typed: str) -> None:
    assert kept(typed) or not typed.strip("@")


def test_long_texts_are_not_questions() -> None:
    assert kept("a" * LONGEST)
    assert kept("a" * (LONGEST + 1)) is None
    assert kept("œ" * LONGEST) is None


@pytest.mark.parametrize(
    ("months", "first"), [(1, date(2026, 2, 1)), (3, date(2025, 12, 1)), (12, date(2025, 3, 1))]
)
def test_a_period_ends_with_the_present_month(months: int, first: date) -> None:
    assert first_month(months, today=date(2026, 2, 28)) == first
