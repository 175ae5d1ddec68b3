"""Dates as precise as their source."""

from dataclasses import dataclass
from datetime import date

import pytest

from django.utils import translation

from portal.core.templatetags.dates import machine_date, when


@dataclass
class Moment:
    """What a milestone knows of its date."""

    date: date
    precision: str
    end_year: int | None = None


@pytest.mark.parametrize(
    ("precision", "words", "machine"),
    [
        ("year", "2018", "2018"),
        ("month", "juin 2018", "2018-06"),
        ("day", "9 juin 2018", "2018-06-09"),
    ],
)
def test_a_date_says_no_more_than_its_source(precision, words, machine):
    moment = Moment(date(2018, 6, 9), precision)

    with translation.override("fr"):
        assert when(moment) == words
    assert machine_date(moment) == machine


def test_a_period_gives_both_its_years():
    assert when(Moment(date(2014, 1, 1), "year", end_year=2016)) == "2014–2016"
