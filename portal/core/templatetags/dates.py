"""Dates no more precise than their source: a year, a month, or a day."""

from datetime import date
from typing import Protocol

from django import template
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.timesince import timesince
from django.utils.translation import gettext

register = template.Library()

IN_WORDS = {"year": "Y", "month": "F Y", "day": "j F Y"}
FOR_MACHINES = {"year": "Y", "month": "Y-m", "day": "Y-m-d"}


class Dated(Protocol):
    """A moment as a source tells it."""

    date: date
    precision: str
    end_year: int | None


@register.filter
def when(moment: Dated) -> str:
    """Tell when it happened: « juin 2018 », « 2014–2016 »."""
    begun = format_date(moment.date, IN_WORDS[moment.precision])
    return f"{begun}–{moment.end_year}" if moment.end_year else begun


@register.filter
def age(day: date) -> str:
    """Tell how long ago a day was, roughly: « il y a 3 mois »."""
    today = timezone.localdate()
    if day >= today:
        return gettext("today")
    return gettext("%(time)s ago") % {"time": timesince(day, today, depth=1)}


@register.filter
def machine_date(moment: Dated) -> str:
    """Tell when it began, as machines write it."""
    return format_date(moment.date, FOR_MACHINES[moment.precision])
