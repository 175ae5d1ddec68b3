"""The addresses of the portal, and three that go wrong on purpose."""

from typing import NoReturn

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest
from django.urls import path

from portal import urls

SECRET = "une valeur qui ne doit pas sortir"  # noqa: S105 - the tests look for it


class BreakdownError(Exception):
    """Something went wrong, on purpose."""


def broken(request: HttpRequest) -> NoReturn:
    """Break.

    Raises:
        BreakdownError: always.
    """
    raise BreakdownError(SECRET)


def refused(request: HttpRequest) -> NoReturn:
    """Refuse.

    Raises:
        PermissionDenied: always.
    """
    raise PermissionDenied(SECRET)


def suspicious(request: HttpRequest) -> NoReturn:
    """Find the request suspicious.

    Raises:
        SuspiciousOperation: always.
    """
    raise SuspiciousOperation(SECRET)


handler400, handler500 = urls.handler400, urls.handler500
urlpatterns = [
    path("casse/", broken),
    path("refuse/", refused),
    path("illisible/", suspicious),
    *urls.urlpatterns,
]
