"""Where to report a security problem (RFC 9116)."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

# The RFC asks for less than a year.
VALID_FOR = timedelta(days=180)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Say whom to write to."""
    expires = (timezone.now() + VALID_FOR).replace(microsecond=0)
    context = {
        "contact": settings.SECURITY_CONTACT,
        "expires": expires.isoformat(),
        "site_url": settings.SITE_URL,
    }
    return render(request, "security.txt", context, content_type="text/plain; charset=utf-8")
