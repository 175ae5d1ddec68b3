"""Every component of the interface on one page, for those who build it."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.core import samples


@require_safe
@login_required
def components(request: HttpRequest) -> HttpResponse:
    """Show each component with samples.

    Raises:
        PermissionDenied: signing in again would not help.
    """
    if not request.user.is_staff:
        raise PermissionDenied
    return render(request, "core/styleguide.html", samples.everything())
