"""The directory as open data."""

from collections.abc import Callable, Iterable, Iterator

from ninja import Query, Router
from ninja.decorators import decorate_view

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import conditional_page

from dynamics.directory import departures, exports, geojson, jsonld, open_data
from dynamics.directory.filtering import filtered
from dynamics.directory.models import Dynamic
from dynamics.directory.record import Record
from dynamics.directory.schemas import (
    DynamicOut,
    DynamicsOut,
    DynamicsQuery,
    ExportQuery,
)
from portal.core.departed import DeparturesOut
from portal.core.downloads import CSV, GEOJSON, JSONLD, dated, download, json_file, site_of
from portal.core.keyset import slice_after
from portal.core.parameters import MOST, Listing

router = Router(tags=[_("Dynamics")])


def _chosen(asked: ExportQuery | DynamicsQuery) -> QuerySet[Dynamic]:
    dynamics = filtered(open_data.records(), asked)
    if asked.updated_since:
        dynamics = open_data.changed_since(dynamics, asked.updated_since)
    return dynamics


def _export(
    request: HttpRequest,
    asked: ExportQuery,
    written: Callable[[Iterable[Record]], Iterator[str]],
    **how: str,
) -> HttpResponseBase:
    # Filters are read now: what is wrong with them is said before anything is sent.
    chosen, site = _chosen(asked), site_of(request)
    return download(
        request,
        lambda: written(open_data.rows(chosen, site=site)),
        freshness=open_data.freshness(),
        **how,
    )


def _one_record(request: HttpRequest, slug: str) -> Record:
    found = open_data.records().filter(slug=slug).first()
    if found is None:
        raise departures.absence(slug)
    return open_data.described([found], site=site_of(request))[0]


@router.get("/dynamics", response=DynamicsOut, summary=_("List of dynamics"), exclude_unset=True)
@decorate_view(conditional_page)
def dynamics(request: HttpRequest, response: HttpResponse, asked: Query[DynamicsQuery]) -> dict:
    """One page of the directory; on the first one, what left it since the moment asked about."""
    chosen, site = _chosen(asked), site_of(request)
    page = slice_after(chosen, asked.cursor, name="dynamics", limit=asked.limit)
    dated(response, open_data.last_change())
    answer = {
        "items": open_data.described(page.items, site=site),
        "next_cursor": page.next_cursor,
        "total": chosen.count(),
    }
    if asked.updated_since and not asked.cursor:
        answer["deleted"] = departures.page(asked.updated_since, "", limit=MOST, site=site)[0]
    return answer


@router.get(
    "/dynamics/deleted", response=DeparturesOut, summary=_("Dynamics that are not there any more")
)
@decorate_view(conditional_page)
def dynamics_deleted(request: HttpRequest, asked: Query[Listing]) -> dict:
    """One page of what left the directory: forget it, or follow what replaces it."""
    moment = asked.updated_since
    items, following = departures.page(
        moment, asked.cursor, limit=asked.limit, site=site_of(request)
    )
    return {"items": items, "next_cursor": following, "total": departures.count(moment)}


@router.get("/dynamics.geojson", summary=_("Every dynamic, as GeoJSON"))
def dynamics_geojson(request: HttpRequest, asked: Query[ExportQuery]) -> HttpResponseBase:
    """The directory for maps."""
    return _export(request, asked, exports.as_geojson, content_type=GEOJSON)


@router.get("/dynamics.jsonld", summary=_("Every dynamic, as linked data"))
def dynamics_jsonld(request: HttpRequest, asked: Query[ExportQuery]) -> HttpResponseBase:
    """The directory for other platforms."""
    return _export(request, asked, exports.as_jsonld, content_type=JSONLD)


@router.get("/dynamics.csv", summary=_("Every dynamic, as a table"))
def dynamics_csv(request: HttpRequest, asked: Query[ExportQuery]) -> HttpResponseBase:
    """The directory for spreadsheets."""
    return _export(request, asked, exports.as_csv, content_type=CSV, name="dynamiques.csv")


@router.get("/dynamics/{slug:slug}", response=DynamicOut, summary=_("One dynamic"))
@decorate_view(conditional_page)
def dynamic(request: HttpRequest, response: HttpResponse, slug: str) -> Record:
    """One dynamic of the directory."""
    found = _one_record(request, slug)
    dated(response, found["updated_at"])
    return found


@router.get("/dynamics/{slug:slug}.geojson", summary=_("One dynamic, as GeoJSON"))
@decorate_view(conditional_page)
def dynamic_geojson(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One dynamic for maps."""
    found = _one_record(request, slug)
    return dated(json_file(geojson.feature(found), GEOJSON), found["updated_at"])


@router.get("/dynamics/{slug:slug}.jsonld", summary=_("One dynamic, as linked data"))
@decorate_view(conditional_page)
def dynamic_jsonld(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One dynamic for other platforms."""
    found = _one_record(request, slug)
    return dated(json_file(jsonld.document(found), JSONLD), found["updated_at"])
