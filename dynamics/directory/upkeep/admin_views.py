"""Merging two records in the admin: both side by side, which one stays, what moves."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dynamics.directory.models import Dynamic
from dynamics.directory.upkeep import facts, merging
from dynamics.directory.upkeep.permissions import can_merge


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest) -> HttpResponse:
    """Two records, `?a=1&b=2`; posting `kept=1` merges the other into it."""
    if not can_merge(request.user):
        raise PermissionDenied
    pair = [_record(request.GET.get(name, "")) for name in ("a", "b")]
    kept = next((each for each in pair if str(each.pk) == request.POST.get("kept")), None)
    if request.method == "POST" and kept:
        gone = next(each for each in pair if each.pk != kept.pk)
        try:
            merging.merge(kept, gone, by=request.user)
        except merging.NotMergeableError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Merged into “%(name)s”.") % {"name": kept.name})
            return redirect("wagtailsnippets_directory_dynamic:edit", kept.pk)
    context = {
        "pair": pair,
        "rows": _rows(*pair),
        "choices": [
            {"kept": kept, "moving": merging.plan(gone), "objections": list(objected)}
            for kept, gone in (pair, pair[::-1])
            for objected in [merging.objections(kept, gone)]
        ],
        "page_title": _("Merge two records"),
        "header_icon": "copy",
    }
    return render(request, "directory/admin/merge.html", context)


def _record(key: str) -> Dynamic:
    found = Dynamic.objects.filter(pk=key).first() if key.isascii() and key.isdigit() else None
    if found is None:
        raise Http404
    return found


def _rows(first: Dynamic, second: Dynamic) -> list[tuple[str, str, str]]:
    left, right = facts.read(first), facts.read(second)
    return [
        (
            str(facts.LABELS[name]),
            facts.in_words(name, left[name]),
            facts.in_words(name, right[name]),
        )
        for name in left
    ]
