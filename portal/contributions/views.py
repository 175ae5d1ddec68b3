"""Receiving contributions from everybody, and judging them in the admin."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView

from portal.contributions import actions, forgetting, registry, throttling
from portal.contributions.forms import RefusalForm
from portal.contributions.models import Contribution
from portal.contributions.permissions import can_judge, can_read_contributions
from portal.contributions.personal_data import held_about

TOO_MANY = gettext_lazy(
    "Many contributions came from where you are within an hour. What you typed is still here: "
    "please send it again later."
)


def contribute(
    request: HttpRequest,
    kind: registry.Kind,
    *,
    target: Model | None = None,
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    """Show the form of a kind, keep what is sent, say thank you; each kind has its own address."""
    status = 200
    form = kind.form_class(request.POST if request.method == "POST" else None, target=target)
    if request.method == "POST" and form.is_valid():
        if form.is_trapped:
            return redirect("contributions:thanks")
        if throttling.is_allowed(request, "contribute"):
            author = request.user if request.user.is_authenticated else None
            actions.submit(kind, form.facts, target=target, by=author)
            return redirect("contributions:thanks")
        form.add_error(None, TOO_MANY)
        status = 429
    return render(request, template, {**context, "form": form, "target": target}, status=status)


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """What was sent has arrived, and what happens next."""
    return render(request, "contributions/thanks.html")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_data(request: HttpRequest) -> HttpResponse:
    """What the portal holds about who is signed in, and a way to be forgotten by it."""
    if request.method == "POST":
        forgetting.forget_author(by=request.user)
        messages.success(request, _("Done: your contributions do not say any more who sent them."))
        return redirect("contributions:my_data")
    return render(request, "contributions/my_data.html", {"held": held_about(request.user)})


@login_required
@require_safe
def my_data_file(request: HttpRequest) -> HttpResponse:
    """The same, as a file."""
    response = JsonResponse(held_about(request.user), json_dumps_params={"ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="mes-donnees.json"'
    return response


def _judge_url(contribution: Contribution) -> str:
    return reverse("contributions_judge", args=(contribution.pk,))


class ContributionsDesk(ReportView):
    """What was proposed, what waits first."""

    model = Contribution
    permission_required = "change"
    page_title = gettext_lazy("Contributions")
    header_icon = "mail"
    index_url_name = "contributions_desk"
    index_results_url_name = "contributions_desk_results"
    is_searchable = False
    filterset_class = None
    default_ordering = None
    columns = [
        TitleColumn("title", label=gettext_lazy("Title"), get_url=_judge_url),
        Column(
            "kind",
            label=gettext_lazy("Kind of contribution"),
            accessor=lambda contribution: registry.label_of(contribution.kind),
        ),
        Column("state", label=gettext_lazy("State"), accessor="get_state_display"),
        DateColumn("submitted_at", label=gettext_lazy("Submitted on")),
    ]

    def get_base_queryset(self) -> QuerySet[Contribution]:
        return Contribution.objects.order_by("-state", "submitted_at", "pk")

    def get_queryset(self) -> QuerySet[Contribution]:
        return self.get_base_queryset()


@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: HttpRequest, primary_key: int) -> HttpResponse:
    """One contribution beside what it would change; accept or refuse."""
    if not can_read_contributions(request.user):
        raise PermissionDenied
    contribution = get_object_or_404(Contribution, pk=primary_key)
    refusal = RefusalForm(request.POST if "refuse" in request.POST else None)
    if request.method == "POST" and (answer := _judged(request, contribution, refusal)):
        return answer
    kind = registry.kind_named(contribution.kind)
    context = {
        "contribution": contribution,
        "kind_label": kind.label,
        "target": kind.find(contribution.target) if contribution.target else None,
        "differences": list(kind.differences(contribution)) if contribution.is_waiting else [],
        "may_judge": contribution.is_waiting and can_judge(request.user, contribution),
        "refusal": refusal,
        "page_title": contribution.title,
        "header_icon": "mail",
    }
    return render(request, "contributions/admin/judge.html", context)


def _judged(
    request: HttpRequest, contribution: Contribution, refusal: RefusalForm
) -> HttpResponse | None:
    """Do what was decided; nothing when a refusal gives no reason."""
    if "refuse" in request.POST and not refusal.is_valid():
        return None
    try:
        if "refuse" in request.POST:
            actions.refuse(contribution, by=request.user, reason=refusal.cleaned_data["reason"])
            messages.success(request, _("Refused. Its author is told, when there is an address."))
        else:
            is_published = "publish" in request.POST
            actions.accept(contribution, by=request.user, is_published=is_published)
            said = _("Accepted and published.") if is_published else _("Accepted as a draft.")
            messages.success(request, said)
    except actions.AlreadyJudgedError:
        messages.warning(request, _("Somebody else has judged it in the meantime."))
    except actions.NotApplicableError as error:
        messages.error(request, str(error))
        return None
    return redirect("contributions_desk")
