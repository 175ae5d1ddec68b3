"""What the API answers when something is wrong: one sentence, in the visitor's language."""

import logging
from collections.abc import Mapping
from typing import Any

from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.keyset import BadCursorError
from portal.vocabulary.codes import UnknownCodeError

logger = logging.getLogger(__name__)

# What to say of each kind of mistake that pydantic finds; the names are its own.
COMPLAINTS: Mapping[str, Any] = {
    "int_parsing": gettext_lazy("a whole number is expected"),
    "greater_than_equal": gettext_lazy("%(ge)s at least is expected"),
    "less_than_equal": gettext_lazy("%(le)s at most is expected"),
    "literal_error": gettext_lazy("one of these is expected: %(expected)s"),
    "string_too_long": gettext_lazy("%(max_length)s characters at most are expected"),
    "string_pattern_mismatch": gettext_lazy("a character is not allowed"),
    "missing": gettext_lazy("a value is expected"),
}
BOX_COMPLAINT = gettext_lazy(
    "four coordinates in degrees are expected: west,south,east,north, such as -5.1,41.3,9.6,51.1"
)
FRAMES = {"bbox", "bounds", "boundsJson"}
DATE_COMPLAINT = gettext_lazy("a date is expected, such as 2026-11-23 or 2026-11-23T10:00:00Z")


def complaint(error: Mapping[str, Any]) -> str:
    """Say in one sentence what is wrong with one parameter."""
    kind = str(error.get("type", ""))
    if kind.startswith(("datetime", "date")) or "updated_since" in error["loc"]:
        sentence = str(DATE_COMPLAINT)
    elif kind == "value_error" and FRAMES & set(error["loc"]):
        sentence = str(BOX_COMPLAINT)
    else:
        sentence = str(COMPLAINTS.get(kind, gettext_lazy("this value cannot be read")))
        context = dict(error.get("ctx", {}))
        # What is expected comes as "'one', 'two' or 'three'", in English.
        context |= {"expected": str(context.get("expected", "")).replace(" or ", ", ")}
        sentence = sentence % context if "%(" in sentence else sentence
    names = [part for part in error["loc"] if isinstance(part, str)]
    return _("“%(name)s”: %(complaint)s.") % {"name": names[-1], "complaint": sentence}


def _answer(detail: str, status: int) -> HttpResponse:
    return JsonResponse(
        {"detail": detail}, status=status, json_dumps_params={"ensure_ascii": False}
    )


def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    """Nothing is there."""
    return _answer(_("Nothing is at this address."), 404)


def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    """An operation said no, and why."""
    return _answer(str(error), error.status_code)


def unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Parameters cannot be understood; every one of them is named."""
    return _answer(" ".join(complaint(each) for each in error.errors), 422)


def bad_cursor(request: HttpRequest, error: BadCursorError) -> HttpResponse:
    """A cursor was made up, cut, or comes from another list."""
    return _answer(_("“cursor”: this list never gave this cursor; begin again without it."), 422)


def unknown_code(request: HttpRequest, error: UnknownCodeError) -> HttpResponse:
    """A filter names something that does not exist."""
    values = {"name": error.name, "code": error.code}
    return _answer(_("“%(name)s”: nothing is called “%(code)s” here.") % values, 422)


def breakdown(request: HttpRequest, error: Exception) -> HttpResponse:
    """Something broke on our side: the log says what, the answer does not."""
    if settings.DEBUG:
        raise error
    logger.error("%s broke", request.path, exc_info=error)
    return _answer(_("Something broke on our side. Please try again later."), 500)


def install(api: NinjaAPI) -> None:
    """Make the API answer every error this way."""
    api.add_exception_handler(Exception, breakdown)
    api.add_exception_handler(Http404, not_found)
    api.add_exception_handler(HttpError, refused)
    api.add_exception_handler(ValidationError, unreadable)
    api.add_exception_handler(BadCursorError, bad_cursor)
    api.add_exception_handler(UnknownCodeError, unknown_code)
