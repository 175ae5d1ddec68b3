"""The referential as open data."""

from collections.abc import Callable, Iterable, Iterator

from ninja import Query, Router
from ninja.decorators import decorate_view

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import conditional_page

from portal.core import departed
from portal.core.departed import DeparturesOut
from portal.core.downloads import CSV, JSONLD, dated, download, json_file, site_of
from portal.core.keyset import slice_after
from portal.core.parameters import Listing
from toolbox import departures, exports, jsonld, open_data
from toolbox.filtering import filtered
from toolbox.querysets import MethodQuerySet
from toolbox.record import Record, full_record, record
from toolbox.schemas import FullMethodOut, MethodsExportQuery, MethodsOut, MethodsQuery

router = Router(tags=[_("Methods")])


def _chosen(asked: MethodsQuery | MethodsExportQuery) -> MethodQuerySet:
    methods = filtered(open_data.records(), asked)
    if asked.updated_since:
        methods = open_data.changed_since(methods, asked.updated_since)
    return methods


def _export(
    request: HttpRequest,
    asked: MethodsExportQuery,
    described: Callable[..., Record],
    written: Callable[[Iterable[Record]], Iterator[str]],
    **how: str,
) -> HttpResponseBase:
    chosen, site = _chosen(asked), site_of(request)
    return download(
        request,
        lambda: written(open_data.rows(chosen, described, site=site)),
        freshness=open_data.freshness(),
        **how,
    )


def _written(request: HttpRequest) -> departed.Written:
    return departed.written(site=site_of(request), folder="/outils/")


def _one_record(request: HttpRequest, slug: str) -> Record:
    found = open_data.records().filter(slug=slug).first()
    if found is None:
        raise departed.absence(departures.gone(), slug)
    return full_record(found, site=site_of(request))


@router.get("/methods", response=MethodsOut, summary=_("List of methods"), exclude_unset=True)
@decorate_view(conditional_page)
def methods(request: HttpRequest, response: HttpResponse, asked: Query[MethodsQuery]) -> dict:
    """One page of the referential; on the first one, what left it since the moment asked about."""
    chosen = _chosen(asked)
    page = slice_after(chosen, asked.cursor, name="methods", limit=asked.limit)
    dated(response, open_data.last_change())
    answer = {
        "items": [record(method, site=site_of(request)) for method in page.items],
        "next_cursor": page.next_cursor,
        "total": chosen.count(),
    }
    return departed.with_departures(answer, departures.gone(), asked, _written(request))


@router.get(
    "/methods/deleted", response=DeparturesOut, summary=_("Methods that are not there any more")
)
@decorate_view(conditional_page)
def methods_deleted(request: HttpRequest, asked: Query[Listing]) -> dict:
    """One page of what left the referential: forget it."""
    return departed.page(departures.gone(), asked, _written(request))


@router.get("/methods.jsonld", summary=_("Every method, as linked data"))
def methods_jsonld(request: HttpRequest, asked: Query[MethodsExportQuery]) -> HttpResponseBase:
    """The referential for other platforms."""
    return _export(request, asked, full_record, exports.as_jsonld, content_type=JSONLD)


@router.get("/methods.csv", summary=_("Every method, as a table"))
def methods_csv(request: HttpRequest, asked: Query[MethodsExportQuery]) -> HttpResponseBase:
    """The referential for spreadsheets."""
    return _export(request, asked, record, exports.as_csv, content_type=CSV, name="outils.csv")


@router.get("/methods/{slug:slug}", response=FullMethodOut, summary=_("One method"))
@decorate_view(conditional_page)
def method(request: HttpRequest, response: HttpResponse, slug: str) -> Record:
    """One method of the referential, and how to go about it."""
    found = _one_record(request, slug)
    dated(response, found["updated_at"])
    return found


@router.get("/methods/{slug:slug}.jsonld", summary=_("One method, as linked data"))
@decorate_view(conditional_page)
def method_jsonld(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One method for other platforms."""
    found = _one_record(request, slug)
    return dated(json_file(jsonld.document(found), JSONLD), found["updated_at"])
