"""Files of open data: written while they are sent, and not sent again when nothing changed."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from portal.core import spreadsheet
from portal.core.freshness import Freshness

GEOJSON = "application/geo+json"
JSONLD = "application/ld+json"
CSV = "text/csv; charset=utf-8; header=present"
# How many records are in memory at a time, and how many bytes are sent at a time.
CHUNK = 500
BLOCK = 256 * 1024

_encoder = DjangoJSONEncoder(ensure_ascii=False)


def site_of(request: HttpRequest) -> str:
    """Return the address of the portal as it was asked, without its last slash."""
    return request.build_absolute_uri("/").rstrip("/")


def json_file(document: Mapping[str, object], content_type: str) -> HttpResponse:
    """Answer with a document that is JSON under another name."""
    return JsonResponse(
        document, content_type=content_type, json_dumps_params={"ensure_ascii": False}
    )


def json_text(envelope: Mapping[str, object], name: str, items: Iterable[object]) -> Iterator[str]:
    """Yield, piece by piece, the envelope as JSON with the list of items under this name, last."""
    opening = _encoder.encode({**envelope, name: []})
    yield opening.removesuffix("]}")
    separator = "\n"
    for item in items:
        yield separator + _encoder.encode(item)
        separator = ",\n"
    yield "\n]}\n"


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield a table, line by line."""
    return spreadsheet.lines(columns, rows)


def in_blocks(texts: Iterable[str]) -> Iterator[bytes]:
    """Gather pieces of text into blocks worth sending."""
    waiting: list[str] = []
    size = 0
    for text in texts:
        waiting.append(text)
        size += len(text)
        if size >= BLOCK:
            yield "".join(waiting).encode()
            waiting, size = [], 0
    yield "".join(waiting).encode()


def _sent(texts: Iterable[str], content_type: str) -> HttpResponseBase:
    """Answer whole, with its length, when all fits in one block; else block after block.

    Whatever breaks before the second block is still answered as an error.
    """
    blocks = in_blocks(texts)
    first = list(islice(blocks, 2))
    if len(first) == 1:
        return HttpResponse(first[0], content_type=content_type)
    return StreamingHttpResponse(chain(first, blocks), content_type=content_type)


def download(
    request: HttpRequest,
    texts: Callable[[], Iterable[str]],
    *,
    content_type: str,
    freshness: Freshness,
    name: str = "",
) -> HttpResponseBase:
    """Answer with a file written as it is sent, or with 304 when the reader already has it.

    `texts` is called only when there is something to send; `name` proposes to keep it as a file.
    """
    etag = freshness.etag(request.build_absolute_uri())
    changed_at = freshness.changed_at
    seconds = int(changed_at.timestamp()) if changed_at else None
    response = get_conditional_response(request, etag=etag, last_modified=seconds)
    if response is None:
        response = _sent(texts(), content_type)
        if name:
            response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["ETag"] = etag
    return dated(response, changed_at)


def dated(response: HttpResponseBase, moment: datetime.datetime | None) -> HttpResponseBase:
    """Say when what is answered last changed."""
    if moment:
        response["Last-Modified"] = http_date(moment.timestamp())
    return response
