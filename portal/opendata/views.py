from dataclasses import dataclass

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from portal.core.downloads import JSONLD, dated, json_file, site_of
from portal.core.licences import DEFAULT_LICENCE, licence_address
from portal.opendata import catalogue, dumps, table_schema
from portal.opendata.datasets import DataFile, Dataset, datasets
from portal.opendata.dumps import Manifest

TURTLE = "text/turtle; charset=utf-8"


@dataclass(frozen=True)
class Copy:
    """A file, and what the last copy says of it."""

    file: DataFile
    copied: Manifest | None


@dataclass(frozen=True)
class Shelf:
    """A set of data, and its files."""

    dataset: Dataset
    copies: list[Copy]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What is open, in which formats, under which licence, and how to use it again."""
    manifest = dumps.last()
    copied = {file["name"]: file for file in (manifest or {}).get("files", [])}
    shelves = [
        Shelf(each, [Copy(file, copied.get(file.name)) for file in each.files])
        for each in datasets()
    ]
    context = {
        "shelves": shelves,
        "datasets": datasets(),
        "copied_at": dumps.moment_of(manifest) if manifest else None,
        "licence": DEFAULT_LICENCE,
        "licence_url": licence_address(DEFAULT_LICENCE),
        "site": site_of(request),
    }
    return render(request, "opendata/index.html", context)


def _refused(detail: str) -> JsonResponse:
    return JsonResponse({"detail": detail}, status=404, json_dumps_params={"ensure_ascii": False})


@require_safe
def copy(request: HttpRequest, name: str) -> HttpResponseBase:
    """One file of the last copy."""
    # Read once: the next copy may take its place meanwhile.
    manifest = dumps.last()
    found = dumps.found_in(manifest, name)
    if manifest is None or found is None:
        return _refused(_("There is no copy of this name; /donnees/ says which ones there are."))
    described, path = found
    etag = f'"{described["sha256"]}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        kind = described["media_type"]
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        response = FileResponse(path.open("rb"), content_type=kind + charset, filename=name)
    response["ETag"] = etag
    return dated(response, dumps.moment_of(manifest))


@require_safe
@conditional_page
def manifest(request: HttpRequest) -> HttpResponse:
    """What the last copy holds: rows, bytes and checksum of each file."""
    found = dumps.last()
    if found is None:
        return _refused(_("No copy was made yet: it is made every night."))
    public = {name: value for name, value in found.items() if name != "folder"}
    return json_file(public, "application/json")


@require_safe
@conditional_page
def schema(request: HttpRequest, code: str) -> HttpResponse:
    """What the columns of a table mean."""
    found = table_schema.dataset_named(code)
    if found is None:
        raise Http404(code)
    return json_file(table_schema.schema_of(found, site_of(request)), "application/json")


@require_safe
@conditional_page
def catalogue_jsonld(request: HttpRequest) -> HttpResponse:
    """The catalogue, as JSON-LD."""
    return json_file(catalogue.as_jsonld(site_of(request)), JSONLD)


@require_safe
@conditional_page
def catalogue_turtle(request: HttpRequest) -> HttpResponse:
    """The catalogue, as Turtle."""
    return HttpResponse(catalogue.as_turtle(site_of(request)), content_type=TURTLE)


@require_safe
def catalogue_any(request: HttpRequest) -> HttpResponse:
    """The catalogue, in the form that is preferred."""
    preferred = request.get_preferred_type([JSONLD, "text/turtle", "application/json"])
    response = (
        catalogue_turtle(request) if preferred == "text/turtle" else catalogue_jsonld(request)
    )
    response["Vary"] = "Accept"
    return response
