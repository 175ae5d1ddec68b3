"""Which questions are worth counting, and what is kept of them: their words, nothing of who asked."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, urlsplit

from search import questions
from search.analysis import sort_key, tokens
from search.listing import Listing
from search.request import Results, Sort

LONGEST = 120
_MONTHS_IN_A_YEAR = 12
# A telephone, a card, a social security number: six figures in a row, however they are spaced.
_LONG_NUMBER = re.compile(r"\d(?:[\s.\-/]?\d){5}")
_ADDRESS = re.compile(r"\S\s?@\s?\S")


@dataclass(frozen=True)
class Question:
    """What is kept of a question: its words as typed, and what makes two of them one."""

    key: str
    words: str


def countable(asked: Listing, found: Results, *, referrer: str = "") -> Question | None:
    """Return the question of a search, if it is a first one.

    Filtering, sorting, turning pages, refusing a correction only go on with the same question.
    """
    request = asked.request
    goes_on = request.has_choices or request.is_verbatim or request.page > 1
    if goes_on or request.sort is not Sort.RELEVANCE or not found.is_available:
        return None
    if _comes_from(referrer, request.terms):
        return None
    return kept(found.corrected or request.terms)


def kept(terms: str) -> Question | None:
    """Return what may be kept of what was typed; nothing when it says nothing, or could name somebody."""
    words = " ".join(terms.casefold().split())
    key = sort_key(words)
    if max(len(words), len(key)) > LONGEST or is_personal(words) or not any(tokens(words)):
        return None
    return Question(key, words)


def is_personal(words: str) -> bool:
    """Tell whether words hold an e-mail address or a long number."""
    return bool(_ADDRESS.search(words) or _LONG_NUMBER.search(words))


def first_month(months: int, *, today: date) -> date:
    """Return the first day of a period of so many months, this one included."""
    count = today.year * _MONTHS_IN_A_YEAR + today.month - months
    return date(count // _MONTHS_IN_A_YEAR, count % _MONTHS_IN_A_YEAR + 1, 1)


def _comes_from(referrer: str, terms: str) -> bool:
    """Tell whether somebody comes from the results of the same question."""
    try:
        before = parse_qs(urlsplit(referrer).query, max_num_fields=100).get("q", [""])
    except ValueError:
        return False
    return questions.clean(before[0]) == terms
