"""Files of open data, and how fresh they are."""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.http import http_date

from portal.core import spreadsheet

GEOJSON = "application/geo+json"
JSONLD = "application/ld+json"


def site_of(request: HttpRequest) -> str:
    """Return the address of the portal as it was asked, without its last slash."""
    return request.build_absolute_uri("/").rstrip("/")


def json_file(document: Mapping[str, object], content_type: str) -> HttpResponse:
    """Answer with a document that is JSON under another name."""
    return JsonResponse(
        document, content_type=content_type, json_dumps_params={"ensure_ascii": False}
    )


def csv_file(
    name: str, columns: Sequence[str], rows: Iterable[Mapping[str, object]]
) -> HttpResponse:
    """Answer with a table to download."""
    content = "".join(spreadsheet.lines(columns, rows))
    response = HttpResponse(content, content_type="text/csv; charset=utf-8; header=present")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def dated(response: HttpResponse, moment: datetime.datetime | None) -> HttpResponse:
    """Say when what is answered last changed."""
    if moment:
        response["Last-Modified"] = http_date(moment.timestamp())
    return response
