from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dynamics.directory.models import DirectoryPage, Dynamic
from search import listing
from search.queries import find
from search.request import Sort

FACETS = (
    "type",
    "region",
    "phase",
    "theme",
    "initiator",
    "logic",
    "legal_form",
    "keyword",
)
SORTS = (Sort.RELEVANCE, Sort.TITLE, Sort.RECENT, Sort.OLDEST, Sort.NEWEST)
VIEWS = ("liste", "carte")


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The directory: one selection, shown as a list or on a map."""
    asked = listing.read(
        request.GET,
        facets=FACETS,
        fixed_kinds=("dynamic",),
        default_sort=Sort.TITLE,
        kept=("vue",),
    )
    results = find(asked.request)
    view = request.GET.get("vue") if request.GET.get("vue") in VIEWS else VIEWS[0]
    keys = [int(key) for key in results.primary_keys]
    context = {
        "page": DirectoryPage.objects.live().first(),
        "view": view,
        "results": results,
        "dynamics": Dynamic.objects.published().cards(keys),
        "count": results.total,
        "request_terms": asked.request.terms,
        "facets": listing.facets(asked, results),
        "chips": listing.chips(asked, results),
        "sorts": listing.sorts(asked, SORTS),
        "pages": listing.pages(asked, results),
        "views": view_links(asked, view),
        "map_data": f"/api/v1/dynamics.geojson{asked.address(vue='', sort='')}",
        "kept": asked.kept,
    }
    return render(request, "directory/index.html", context)


def view_links(asked: listing.Listing, current: str) -> list[listing.Link]:
    """Return the ways of looking at the same selection."""
    labels = {"liste": _("List"), "carte": _("Map")}
    return [
        listing.Link(
            labels[view], asked.address(vue=view if view != VIEWS[0] else ""), view == current
        )
        for view in VIEWS
    ]
