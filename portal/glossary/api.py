"""The glossary as open data."""

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
from portal.core.parameters import Changed, Listing
from portal.glossary import departures, exports, jsonld, open_data
from portal.glossary.models import Term
from portal.glossary.record import record
from portal.glossary.schemas import TermOut, TermsOut

router = Router(tags=[_("Glossary")])


def _export(
    request: HttpRequest,
    asked: Changed,
    written: Callable[[Iterable[exports.Record]], Iterator[str]],
    **how: str,
) -> HttpResponseBase:
    chosen, site = open_data.records(asked.updated_since), site_of(request)
    return download(
        request,
        lambda: written(open_data.rows(chosen, site=site)),
        freshness=open_data.freshness(),
        **how,
    )


def _written(request: HttpRequest) -> departed.Written:
    return departed.written(site=site_of(request), folder="/glossaire/")


def _one_term(slug: str) -> Term:
    found = open_data.records().filter(slug=slug).first()
    if found is None:
        raise departed.absence(departures.gone(), slug)
    return found


@router.get("/terms", response=TermsOut, summary=_("List of terms"), exclude_unset=True)
@decorate_view(conditional_page)
def terms(request: HttpRequest, response: HttpResponse, asked: Query[Listing]) -> dict:
    """One page of the glossary; on the first one, what left it since the moment asked about."""
    chosen = open_data.records(asked.updated_since)
    page = slice_after(chosen, asked.cursor, name="terms", limit=asked.limit)
    dated(response, open_data.last_change())
    answer = {
        "items": [record(term, site=site_of(request)) for term in page.items],
        "next_cursor": page.next_cursor,
        "total": chosen.count(),
    }
    return departed.with_departures(answer, departures.gone(), asked, _written(request))


@router.get(
    "/terms/deleted", response=DeparturesOut, summary=_("Terms that are not there any more")
)
@decorate_view(conditional_page)
def terms_deleted(request: HttpRequest, asked: Query[Listing]) -> dict:
    """One page of what left the glossary: forget it."""
    return departed.page(departures.gone(), asked, _written(request))


@router.get("/terms.jsonld", summary=_("Every term, as linked data"))
def terms_jsonld(request: HttpRequest, asked: Query[Changed]) -> HttpResponseBase:
    """The glossary for other platforms."""
    return _export(request, asked, exports.as_jsonld, content_type=JSONLD)


@router.get("/terms.csv", summary=_("Every term, as a table"))
def terms_csv(request: HttpRequest, asked: Query[Changed]) -> HttpResponseBase:
    """The glossary for spreadsheets."""
    return _export(request, asked, exports.as_csv, content_type=CSV, name="glossaire.csv")


@router.get("/terms/{slug:slug}", response=TermOut, summary=_("One term"))
@decorate_view(conditional_page)
def term(request: HttpRequest, response: HttpResponse, slug: str) -> dict:
    """One term of the glossary."""
    found = _one_term(slug)
    dated(response, found.changed_at)
    return record(found, site=site_of(request))


@router.get("/terms/{slug:slug}.jsonld", summary=_("One term, as linked data"))
@decorate_view(conditional_page)
def term_jsonld(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One term for other platforms."""
    found = _one_term(slug)
    described = jsonld.document(record(found, site=site_of(request)))
    return dated(json_file(described, JSONLD), found.changed_at)
