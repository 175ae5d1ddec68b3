"""The addresses that GoGoCarto's maps and importers ask: `/api/elements` and `/api/taxonomy`."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from ninja import Query, Router
from ninja.decorators import decorate_view

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import conditional_page

from dynamics.directory import departures, exports, gogocarto, open_data
from dynamics.directory.gogocarto_filtering import (
    ElementFilters,
    ElementsQuery,
    chosen,
    labels,
    tree,
)
from dynamics.directory.record import Record
from portal.core.downloads import GEOJSON, JSONLD, download, json_text, site_of
from portal.core.licences import DEFAULT_LICENCE, licence_address

router = Router(tags=[_("For GoGoCarto")])
JSON = "application/json"


def _full(record: Record, names: dict[str, str]) -> dict[str, Any]:
    return gogocarto.element(record, names, platform=settings.WAGTAIL_SITE_NAME)


def _written(records: Iterable[Record], ontology: str) -> Iterator[str]:
    envelope: dict[str, Any] = {"licence": licence_address(DEFAULT_LICENCE), "ontology": ontology}
    if ontology == "gogocompact":
        envelope["mapping"] = gogocarto.MAPPING
        return json_text(envelope, "data", map(gogocarto.compact, records))
    if ontology == "gogosync":
        return json_text(envelope, "data", map(gogocarto.sync, records))
    names = labels()
    return json_text(envelope, "data", (_full(each, names) for each in records))


def _elements(request: HttpRequest, asked: ElementsQuery) -> HttpResponseBase:
    found, site = chosen(asked), site_of(request)
    if asked.ontology != "gogosync":
        # A map cannot draw what is nowhere; whoever copies elements asks for the list to compare.
        found = found.located()
    records = islice(open_data.rows(found, site=site), asked.limit)
    return download(
        request,
        lambda: _written(records, asked.ontology),
        content_type=JSON,
        freshness=open_data.freshness(),
    )


@router.get("/elements", summary=_("Dynamics as GoGoCarto elements"))
def elements(request: HttpRequest, asked: Query[ElementsQuery]) -> HttpResponseBase:
    """Elements, in full, compact, or only what tells which ones changed."""
    return _elements(request, asked)


@router.get("/elements.json", include_in_schema=False)
def elements_json(request: HttpRequest, asked: Query[ElementsQuery]) -> HttpResponseBase:
    """The same, for those who write the ending."""
    return _elements(request, asked)


@router.get("/elements.geojson", include_in_schema=False)
def elements_geojson(request: HttpRequest, asked: Query[ElementFilters]) -> HttpResponseBase:
    """The same dynamics as GeoJSON."""
    found, site = chosen(asked).located(), site_of(request)
    return download(
        request,
        lambda: exports.as_geojson(open_data.rows(found, site=site)),
        content_type=GEOJSON,
        freshness=open_data.freshness(),
    )


@router.get("/elements.jsonld", include_in_schema=False)
def elements_jsonld(request: HttpRequest, asked: Query[ElementFilters]) -> HttpResponseBase:
    """The same dynamics as linked data."""
    found, site = chosen(asked), site_of(request)
    return download(
        request,
        lambda: exports.as_jsonld(open_data.rows(found, site=site)),
        content_type=JSONLD,
        freshness=open_data.freshness(),
    )


@router.get("/elements/{slug:identifier}", summary=_("One dynamic as a GoGoCarto element"))
@decorate_view(conditional_page)
def element(request: HttpRequest, identifier: str) -> dict[str, Any]:
    """One element, in full."""
    found = open_data.records().filter(slug=identifier).first()
    if found is None:
        raise departures.absence(identifier)
    record = open_data.described([found], site=site_of(request))[0]
    return {
        "licence": licence_address(record["licence"]) if record["licence"] else "",
        "ontology": "gogofull",
        "data": _full(record, labels()),
    }


@router.get("/taxonomy", summary=_("Categories of the elements"))
@decorate_view(conditional_page)
def taxonomy(request: HttpRequest) -> dict[str, Any]:
    """The tree of categories."""
    return tree()


@router.get("/taxonomy.json", include_in_schema=False)
@decorate_view(conditional_page)
def taxonomy_json(request: HttpRequest) -> dict[str, Any]:
    """The same, for those who write the ending."""
    return tree()


@router.get("/taxonomy/{slug:identifier}", include_in_schema=False)
@decorate_view(conditional_page)
def category(request: HttpRequest, identifier: str) -> dict[str, Any]:
    """One category."""
    for branch in tree()["options"]:
        leaves = (each for kind in branch["subcategories"] for each in kind["options"])
        for found in (branch, *leaves):
            if found["id"] == identifier:
                return found
    raise Http404(identifier)
