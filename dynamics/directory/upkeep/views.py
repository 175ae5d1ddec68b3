"""Proposing a record, correcting it, editing one's own, saying that it is still true."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dynamics.directory.models import Dynamic
from dynamics.directory.upkeep import actions, freshness, kinds
from dynamics.directory.upkeep.forms import MemberForm
from dynamics.directory.upkeep.permissions import can_edit
from portal.contributions import registry
from portal.contributions.views import contribute

FORM = "directory/upkeep/form.html"
a_form = require_http_methods(["GET", "HEAD", "POST"])


@a_form
def propose(request: HttpRequest) -> HttpResponse:
    """Propose a record; an animator reads it first."""
    context = {"heading": _("Propose a dynamic")}
    return contribute(request, registry.kind_named(kinds.NEW), template=FORM, context=context)


@a_form
def correct(request: HttpRequest, slug: str) -> HttpResponse:
    """Propose a correction of a record; an animator reads it first."""
    dynamic = get_object_or_404(Dynamic.objects.published().with_classification(), slug=slug)
    if can_edit(request.user, dynamic):
        return redirect("directory:edit", slug=slug)
    context = {"heading": _("Correct “%(name)s”") % {"name": dynamic.name}}
    kind = registry.kind_named(kinds.CORRECTION)
    return contribute(request, kind, target=dynamic, template=FORM, context=context)


@login_required
@a_form
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Edit the record of one's own dynamic; it is published at once."""
    dynamic = get_object_or_404(Dynamic.objects.published().with_classification(), slug=slug)
    if not can_edit(request.user, dynamic):
        raise PermissionDenied
    form = MemberForm(request.POST if request.method == "POST" else None, target=dynamic)
    if request.method == "POST" and form.is_valid():
        is_verified = form.cleaned_data["is_verified"]
        actions.edit(dynamic, form.changes, by=request.user, is_verified=is_verified)
        messages.success(request, _("Your record is up to date. Thank you!"))
        return redirect(dynamic)
    heading = _("Edit “%(name)s”") % {"name": dynamic.name}
    context = {"form": form, "target": dynamic, "heading": heading, "is_member": True}
    return render(request, FORM, context)


@a_form
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """One button that says “still true”. Opening the address changes nothing: scanners of mail open them."""
    membership = freshness.membership_of(token)
    if membership is None:
        return render(request, "directory/upkeep/expired.html", status=410)
    context = {"dynamic": membership.dynamic, "is_done": False}
    if request.method == "POST":
        actions.confirm(membership.dynamic, by=membership.user)
        context["is_done"] = True
    return render(request, "directory/upkeep/confirm.html", context)
