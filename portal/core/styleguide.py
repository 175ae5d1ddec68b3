"""Every component of the interface on one page, for those who build it."""

from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.core import samples


@require_safe
@staff_member_required(login_url="wagtailadmin_login")
def components(request: HttpRequest) -> HttpResponse:
    """Show each component with samples."""
    return render(request, "core/styleguide.html", samples.everything())
