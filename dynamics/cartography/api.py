"""`GET /api/v1/map`: the selection as points while they are few, as counted squares when they are many."""

from dataclasses import replace
from typing import Literal

from ninja import Query, Router, Schema
from ninja.decorators import decorate_view
from ninja.errors import HttpError
from pydantic import Field

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import conditional_page

from dynamics.cartography import answers
from dynamics.cartography.asking import MapQuery, request_of
from dynamics.directory.filtering import filtered
from dynamics.directory.models import Dynamic
from portal.core.downloads import json_file, site_of
from search.api import CountOut
from search.queries import count, find
from search.request import Box, Results, SearchRequest
from search.schema import LOCATED, UNLOCATED

# A selection of this many is sent whole, and clustered by whoever draws it.
MOST_POINTS = 5_000
# Of a larger one, what is in view is sent as points once it is this little.
FEW_IN_VIEW = 500
UNAVAILABLE = 503
router = Router(tags=[_("Dynamics")])


class CellOut(Schema):
    """A square of the map, and what stands in it."""

    key: str = Field(description=_("The level of the square and its number."))
    n: int = Field(description=_("How many dynamics."))
    lon: float
    lat: float
    bbox: list[float] = Field(description=_("West, south, east, north."))


class PointOut(Schema):
    """A dynamic on the map."""

    slug: str
    name: str
    url: str
    lon: float
    lat: float
    type: str
    precision: Literal["address", "commune", "territory", "unknown"]
    place: str


class MapOut(Schema):
    """A part of the map."""

    mode: Literal["cells", "points"]
    total: int = Field(description=_("How many dynamics stand in these bounds."))
    selected: int = Field(description=_("How many answer, wherever they are."))
    without_location: int = Field(description=_("How many of them have no location."))
    bbox: list[float] = Field(description=_("The bounds that were asked, widened to whole tiles."))
    cells: list[CellOut] | None = None
    points: list[PointOut] | None = None
    facets: dict[str, list[CountOut]]


@router.get("/map", response=MapOut, summary=_("Dynamics on the map"))
@decorate_view(conditional_page)
def show_map(request: HttpRequest, asked: Query[MapQuery]) -> HttpResponse:
    """A part of the map of the dynamics."""
    view = asked.view
    question = replace(request_of(asked), box=Box(*view.bounds))
    counted = _found(replace(question, cells=view.level))
    located, nowhere = _situations(question, counted)
    answer = {
        "total": counted.total,
        "selected": located + nowhere,
        "without_location": nowhere,
        "bbox": [round(degrees, answers.DECIMALS) for degrees in view.bounds],
        "facets": answers.facets(counted),
    }
    if are_few(counted.total, located):
        dynamics = _dynamics(asked, question)
        points = answers.points(dynamics, question.near, site=site_of(request))
        return _sent(answer | {"mode": "points", "points": points})
    return _sent(answer | {"mode": "cells", "cells": answers.cells(counted)})


def _situations(question: SearchRequest, counted: Results) -> tuple[int, int]:
    """Return how many of the selection are on the map, in view or not, and how many are nowhere."""
    situations = answers.counts_of(counted, "situation")
    # A circle is a choice made in this very facet: what it keeps is counted apart.
    around = count(replace(question, box=None)) if question.near else None
    located = situations.get(LOCATED, 0) if around is None else around
    return located, situations.get(UNLOCATED, 0)


def are_few(in_view: int, located: int) -> bool:
    """Whether points are light enough to be sent."""
    return located <= MOST_POINTS or in_view <= FEW_IN_VIEW


def _dynamics(asked: MapQuery, question: SearchRequest) -> QuerySet[Dynamic]:
    """Return the dynamics in view; without words the database knows them, quicker than search tells them all."""
    published = Dynamic.objects.published()
    if asked.q or asked.origin:
        found = _found(replace(question, facets=(), per_page=MOST_POINTS))
        return published.filter(pk__in=found.primary_keys)
    bbox = ",".join(map(str, asked.view.bounds))
    return filtered(published, asked.model_copy(update={"bbox": bbox, "origin": "all"}))


def _sent(answer: dict[str, object]) -> HttpResponse:
    """Send an answer as it is: checking each of five thousand points against the schema is for tests."""
    return json_file(answer, "application/json; charset=utf-8")


def _found(question: SearchRequest) -> Results:
    results = find(question)
    if not results.is_available:
        raise HttpError(UNAVAILABLE, results.notice)
    return results
