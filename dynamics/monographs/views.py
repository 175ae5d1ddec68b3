from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.views import serve as wagtail_serve

from dynamics.directory.models import Dynamic, DynamicType, Tombstone
from dynamics.monographs import comparison, tables
from dynamics.monographs.models import MonographPage
from search import questions


@require_safe
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """The monograph of a dynamic, or its record when there is none.

    Walking down the page tree would cost six queries more; only what is reserved or has moved does.
    """
    if page := MonographPage.objects.published().with_record().filter(slug=slug).first():
        return page.serve(request)
    records = Dynamic.objects.published().without_monograph().with_sources().filter(slug=slug)
    if found := records.sheets():
        context = {"dynamic": found[0], "identity_sources": found[0].citations.all()}
        return render(request, "directory/record.html", context)
    if stone := Tombstone.objects.select_related("replaced_by").filter(slug=slug).first():
        return _gone(request, stone)
    return wagtail_serve(request, f"dynamiques/{slug}/")


def _gone(request: HttpRequest, stone: Tombstone) -> HttpResponse:
    """Lead to what replaces a record, or say since when it is gone."""
    if stone.replaced_by:
        return redirect(stone.replaced_by, permanent=True)
    return render(request, "directory/gone.html", {"stone": stone}, status=410)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two to four dynamics side by side, chosen by `?d=slug&d=slug`."""
    wanted = list(dict.fromkeys(map(questions.clean, request.GET.getlist("d"))))[
        : comparison.MOST + 1
    ]
    chosen = Dynamic.objects.published().filter(slug__in=wanted).select_related("monograph")
    found = {dynamic.slug: dynamic for dynamic in chosen.sheets()}
    dynamics = [found[slug] for slug in wanted if slug in found][: comparison.MOST]
    is_complete = len(dynamics) >= comparison.FEWEST
    context = {
        "dynamics": dynamics,
        "rows": comparison.rows(dynamics) if is_complete else [],
        "passages": comparison.passages(dynamics) if is_complete else [],
        "choices": Dynamic.objects.published().conforming().only("name", "slug"),
        "error": _complaint(wanted, found, dynamics),
    }
    return render(request, "monographs/compare.html", context)


def _complaint(wanted: list[str], found: dict[str, Dynamic], dynamics: list[Dynamic]) -> str:
    """Say in one sentence what was wrong with the choice, or nothing."""
    if unknown := [slug for slug in wanted if slug not in found]:
        return _("Nothing is called “%(name)s” here.") % {"name": unknown[0][:80]}
    if len(wanted) > comparison.MOST:
        return _("Four dynamics at most: the first four are shown.")
    if len(dynamics) == 1:
        return _("Choose at least one more dynamic to compare with.")
    return ""


@require_safe
def resources(request: HttpRequest) -> HttpResponse:
    """The table of resources (chapter 1.5)."""
    return _table(
        request, "monographs/resources_table.html", tables.resource_columns(), tables.resource_rows
    )


@require_safe
def governance(request: HttpRequest) -> HttpResponse:
    """The table of legal forms and governance (chapter 1.6)."""
    return _table(
        request,
        "monographs/governance_table.html",
        tables.governance_columns(),
        tables.governance_rows,
    )


def _table(
    request: HttpRequest, template: str, columns: list[tables.Column], rows_of: Callable
) -> HttpResponse:
    chosen = {
        name: questions.clean(request.GET.get(name, ""))[:50] for name in ("type", "initiator")
    }
    order = questions.clean(request.GET.get("tri", ""))[:50] or "name"
    published = Dynamic.objects.published().conforming()
    dynamics = published.with_classification().prefetch_related("resource_levels")
    rows = tables.sort(rows_of(dynamics.restricted(**chosen)), columns, order)
    kept = {name: value for name, value in chosen.items() if value}
    context = {
        "columns": tables.headings(
            columns, order, address=lambda code: f"?{urlencode({**kept, 'tri': code})}"
        ),
        "codes": [column.code for column in columns],
        "rows": rows,
        "order": order,
        "chosen": chosen,
        "types": DynamicType.objects.all(),
        "initiators": Dynamic.Initiator.choices,
    }
    return render(request, template, context)
