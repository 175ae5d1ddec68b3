"""The directory as open data."""

from collections.abc import Iterator

from ninja import Query, Router
from ninja.decorators import decorate_view

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import conditional_page

from dynamics.directory import geojson, jsonld, open_data, spreadsheet
from dynamics.directory.filtering import filtered
from dynamics.directory.models import Dynamic
from dynamics.directory.record import Record, record
from dynamics.directory.schemas import DynamicOut, DynamicsOut, DynamicsQuery, ExportQuery
from portal.core.downloads import GEOJSON, JSONLD, csv_file, dated, json_file, site_of
from portal.core.keyset import slice_after

CHUNK = 2000
router = Router(tags=[_("Dynamics")])


def _chosen(asked: ExportQuery | DynamicsQuery) -> QuerySet[Dynamic]:
    dynamics = filtered(open_data.records(), asked)
    if asked.updated_since:
        dynamics = open_data.changed_since(dynamics, asked.updated_since)
    return dynamics


def _all_records(request: HttpRequest, asked: ExportQuery) -> Iterator[Record]:
    site = site_of(request)
    for dynamic in _chosen(asked).order_by("pk").iterator(chunk_size=CHUNK):
        yield record(dynamic, site=site)


def _one_record(request: HttpRequest, slug: str) -> Record:
    return record(get_object_or_404(open_data.records(), slug=slug), site=site_of(request))


@router.get("/dynamics", response=DynamicsOut, summary=_("List of dynamics"))
@decorate_view(conditional_page)
def dynamics(request: HttpRequest, response: HttpResponse, asked: Query[DynamicsQuery]) -> dict:
    """One page of the directory."""
    chosen = _chosen(asked)
    page = slice_after(chosen, asked.cursor, name="dynamics", limit=asked.limit)
    dated(response, open_data.last_change())
    return {
        "items": [record(dynamic, site=site_of(request)) for dynamic in page.items],
        "next_cursor": page.next_cursor,
        "total": chosen.count(),
    }


@router.get("/dynamics.geojson", summary=_("Every dynamic, as GeoJSON"))
@decorate_view(conditional_page)
def dynamics_geojson(request: HttpRequest, asked: Query[ExportQuery]) -> HttpResponse:
    """The directory for maps."""
    features = [geojson.feature(each) for each in _all_records(request, asked)]
    return dated(json_file(geojson.collection(features), GEOJSON), open_data.last_change())


@router.get("/dynamics.jsonld", summary=_("Every dynamic, as linked data"))
@decorate_view(conditional_page)
def dynamics_jsonld(request: HttpRequest, asked: Query[ExportQuery]) -> HttpResponse:
    """The directory for other platforms."""
    nodes = [jsonld.node(each) for each in _all_records(request, asked)]
    return dated(json_file(jsonld.graph(nodes), JSONLD), open_data.last_change())


@router.get("/dynamics.csv", summary=_("Every dynamic, as a table"))
@decorate_view(conditional_page)
def dynamics_csv(request: HttpRequest, asked: Query[ExportQuery]) -> HttpResponse:
    """The directory for spreadsheets."""
    rows = (spreadsheet.row(each) for each in _all_records(request, asked))
    return dated(csv_file("dynamiques", spreadsheet.COLUMNS, rows), open_data.last_change())


@router.get("/dynamics/{slug:slug}", response=DynamicOut, summary=_("One dynamic"))
@decorate_view(conditional_page)
def dynamic(request: HttpRequest, response: HttpResponse, slug: str) -> Record:
    """One dynamic of the directory."""
    found = _one_record(request, slug)
    dated(response, found["updated_at"])
    return found


@router.get("/dynamics/{slug:slug}.geojson", summary=_("One dynamic, as GeoJSON"))
@decorate_view(conditional_page)
def dynamic_geojson(request: HttpRequest, slug: str) -> HttpResponse:
    """One dynamic for maps."""
    found = _one_record(request, slug)
    return dated(json_file(geojson.feature(found), GEOJSON), found["updated_at"])


@router.get("/dynamics/{slug:slug}.jsonld", summary=_("One dynamic, as linked data"))
@decorate_view(conditional_page)
def dynamic_jsonld(request: HttpRequest, slug: str) -> HttpResponse:
    """One dynamic for other platforms."""
    found = _one_record(request, slug)
    return dated(json_file(jsonld.document(found), JSONLD), found["updated_at"])
