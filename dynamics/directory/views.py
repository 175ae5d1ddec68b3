from dataclasses import replace

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dynamics.directory import map_points
from dynamics.directory.models import DirectoryPage, Dynamic
from portal.territories.attribution import ATTRIBUTION, BASEMAP
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
# Past this many the map will ask for cells instead.
MOST_POINTS = 1000


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The directory: one selection, shown as a list or on a map."""
    asked = read(request.GET)
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
        "map_data": f"{reverse('directory:points')}{asked.address(vue='', sort='')}",
        "basemap": BASEMAP,
        "attribution": ATTRIBUTION,
        "kept": asked.kept,
    }
    return render(request, "directory/index.html", context)


@require_safe
def points(request: HttpRequest) -> JsonResponse:
    """The same selection as points for the map; the address means what it means for the list."""
    asked = read(request.GET)
    found = find(replace(asked.request, facets=(), page=1, per_page=MOST_POINTS))
    dynamics = Dynamic.objects.published().located().filter(pk__in=found.primary_keys)
    return JsonResponse(map_points.collection(dynamics.values(*map_points.COLUMNS)))


def read(query: QueryDict) -> listing.Listing:
    """Read the address of the directory."""
    return listing.read(
        query, facets=FACETS, fixed_kinds=("dynamic",), default_sort=Sort.TITLE, kept=("vue",)
    )


def view_links(asked: listing.Listing, current: str) -> list[listing.Link]:
    """Return the ways of looking at the same selection."""
    labels = {"liste": _("List"), "carte": _("Map")}
    return [
        listing.Link(
            labels[view], asked.address(vue=view if view != VIEWS[0] else ""), view == current
        )
        for view in VIEWS
    ]
