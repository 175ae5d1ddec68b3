"""How the open data and the pages tell what is not there any more."""

import datetime
from collections.abc import Callable
from typing import Any, Literal

from ninja import Schema
from ninja.errors import HttpError
from pydantic import Field

from django.db.models import Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from wagtail.contrib.redirects.models import Redirect

from portal.core import retelling
from portal.core.keyset import slice_after
from portal.core.models import Departure
from portal.core.parameters import MOST, Listing

Written = Callable[[Departure], dict[str, Any]]


class DepartureOut(Schema):
    """Something that is not there any more."""

    slug: str
    name: str
    reason: Literal["merged", "renamed", "withdrawn"]
    replaced_by: str | None = Field(
        description=_("Slug of the record it was merged into, or its own new one.")
    )
    gone_at: datetime.datetime
    url: str


class DeparturesOut(Schema):
    """A page of the list of what is not there any more."""

    items: list[DepartureOut]
    next_cursor: str | None = Field(
        description=_("To give back as “cursor”; null on the last page.")
    )
    total: int


def written(*, site: str, folder: str) -> Written:
    """Return how to tell what left an address under this folder of the portal."""

    def write(gone: Departure) -> dict[str, Any]:
        return {
            "slug": gone.key,
            "name": gone.name,
            "reason": "renamed" if gone.replaced_by else "withdrawn",
            "replaced_by": gone.replaced_by or None,
            "gone_at": gone.gone_at,
            "url": f"{site}{folder}{gone.key}/",
        }

    return write


def page(gone: QuerySet[Departure], asked: Listing, write: Written) -> dict[str, Any]:
    """Return one page of what left since the moment asked about, if any is."""
    if asked.updated_since:
        gone = gone.filter(gone_at__gte=asked.updated_since)
    found = slice_after(gone, asked.cursor, name="departures", limit=asked.limit)
    items = [write(each) for each in found.items]
    return {"items": items, "next_cursor": found.next_cursor, "total": gone.count()}


def with_departures(
    answer: dict[str, Any], gone: QuerySet[Departure], asked: Listing, write: Written
) -> dict[str, Any]:
    """Add what left to the first page of a list that asks what changed."""
    if asked.updated_since and not asked.cursor:
        first = Listing(limit=MOST, updated_since=asked.updated_since)
        answer["deleted"] = page(gone, first, write)["items"]
    return answer


def last_departure(kind: str) -> dict[str, datetime.datetime | None]:
    """Tell when something of this kind last left, or came to say something else, as an aggregate does."""
    kinds = (kind, retelling.kind_of(kind))
    return Departure.objects.filter(kind__in=kinds).aggregate(last=Max("gone_at"))


def absence(gone: QuerySet[Departure], key: str) -> Exception:
    """Tell what was withdrawn (410) from what never was (404), for the API."""
    found = gone.filter(key=key).first()
    if found is None:
        return Http404(key)
    sentence = gettext("“%(name)s” was withdrawn on %(date)s.")
    if found.replaced_by:
        sentence = gettext("“%(name)s” left this address for “%(slug)s” on %(date)s.")
    date = f"{found.gone_at:%Y-%m-%d}"
    return HttpError(410, sentence % {"name": found.name, "slug": found.replaced_by, "date": date})


def farewell(
    request: HttpRequest, gone: QuerySet[Departure], key: str, *, back: tuple[str, str]
) -> HttpResponse | None:
    """Answer 410 where something was withdrawn, unless an editor leads elsewhere from there.

    `back` is where to go on: its address and what it is called.
    """
    found = gone.filter(key=key).first()
    former = Redirect.normalise_path(request.path)
    if found is None or Redirect.objects.filter(old_path=former).exists():
        return None
    context = {"gone": found, "back_url": back[0], "back_title": back[1]}
    return render(request, "core/gone.html", context, status=410)
