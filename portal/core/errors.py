"""The pages shown when a request cannot be understood, or when something breaks.

Django's own ask for the session, which is not there yet when the very first middleware complains.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request makes no sense here, and not why."""
    return render(request, "400.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that something broke; the page is drawn from nothing that could break too."""
    return HttpResponseServerError(render_to_string("500.html"))
