"""What every answer has in common, and what every answer of the public API has."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

OPEN_DATA = ("/api/", "/donnees/")
READING = ("GET", "HEAD", "OPTIONS")


def _preflight() -> HttpResponse:
    response = HttpResponse(status=204)
    response["Access-Control-Allow-Methods"] = ", ".join(READING)
    response["Access-Control-Allow-Headers"] = "Accept, If-Modified-Since, If-None-Match"
    response["Access-Control-Max-Age"] = "86400"
    return response


def _refusal() -> HttpResponse:
    response = JsonResponse({"detail": _("These data are read with GET only.")}, status=405)
    response["Allow"] = ", ".join(READING)
    return response


def _without_body(response: HttpResponseBase) -> HttpResponseBase:
    """Keep the headers of an answer, its length when it is known, and drop its content."""
    if response.streaming:
        # A file that was opened to be sent is not left open.
        for close in response._resource_closers:  # noqa: SLF001 - close() would say that the request is over
            close()
        return HttpResponse(headers=response.headers)
    length = len(response.content)
    response.content = b""
    response["Content-Length"] = str(length)
    return response


def _same_for_everybody(response: HttpResponse) -> None:
    """Let caches keep one answer for all readers: no data depend on who is signed in."""
    if not response.get("Content-Type", "").startswith("text/html"):
        response.setdefault("Cache-Control", "no-cache")
        varying = [name.strip() for name in response.get("Vary", "").split(",")]
        kept = [name for name in varying if name and name.lower() != "cookie"]
        del response["Vary"]
        if kept:
            response["Vary"] = ", ".join(kept)


class CommonHeadersMiddleware:
    """What no setting of Django says: the devices of the reader, and who may keep an answer.

    Pages are asked again before they are shown again; what somebody who signed in reads is theirs alone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        is_known = settings.SESSION_COOKIE_NAME in request.COOKIES
        response.setdefault("Cache-Control", "private, no-cache" if is_known else "no-cache")
        return response


class OpenDataMiddleware:
    """Open data can be read from any site, with GET, and are asked again rather than kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(OPEN_DATA):
            return self.get_response(request)
        response = self._answer(request)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Link"
        _same_for_everybody(response)
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if request.method == "OPTIONS":
            return _preflight()
        if request.method not in READING:
            return _refusal()
        if request.method == "HEAD":
            request.method = "GET"
            return _without_body(self.get_response(request))
        return self.get_response(request)
