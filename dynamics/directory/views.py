from dataclasses import replace

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from dynamics.directory import map_points
from dynamics.directory.looks import Look, look_named, looks
from dynamics.directory.models import DirectoryPage, Dynamic
from portal.territories.attribution import ATTRIBUTION, BASEMAP
from search import listing
from search.queries import find
from search.request import Results, Sort

FACETS = (
    "type",
    "region",
    "phase",
    "theme",
    "initiator",
    "logic",
    "legal_form",
    "keyword",
    "origin",
)
SORTS = (Sort.RELEVANCE, Sort.TITLE, Sort.RECENT, Sort.OLDEST, Sort.NEWEST)
# Past this many the map will ask for cells instead.
MOST_POINTS = 1000


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The directory: one selection, and several ways of looking at it."""
    asked = read(request.GET)
    results = find(asked.request)
    look = look_named(request.GET.get("vue"))
    context = {
        "page": DirectoryPage.objects.live().first(),
        "look": look,
        "results": results,
        "count": results.total,
        "request_terms": asked.request.terms,
        "facets": listing.facets(asked, results),
        "chips": listing.chips(asked, results),
        "outer_circle": listing.outer_circle(asked),
        "sorts": listing.sorts(asked, SORTS),
        "views": look_links(asked, look),
        "kept": asked.kept,
    }
    return render(
        request, "directory/index.html", context | dict(look.context(request, asked, results))
    )


def as_list(_request: HttpRequest, asked: listing.Listing, results: Results) -> dict[str, object]:
    """The selection as cards, page after page."""
    keys = [int(key) for key in results.primary_keys]
    return {
        "dynamics": Dynamic.objects.published().cards(keys),
        "pages": listing.pages(asked, results),
    }


def as_map(request: HttpRequest, asked: listing.Listing, results: Results) -> dict[str, object]:
    """The selection on a map; as cards where there is no script."""
    return as_list(request, asked, results) | {
        "map_data": f"{reverse('directory:points')}{asked.address(vue='', sort='')}",
        "basemap": BASEMAP,
        "attribution": ATTRIBUTION,
    }


LIST = Look("liste", _("List"), 10, "directory/list.html", as_list)
MAP = Look(
    "carte",
    _("Map"),
    20,
    "directory/map.html",
    as_map,
    head="components/map_head.html",
    scripts=("js/portal-map.js",),
)


@require_safe
def points(request: HttpRequest) -> JsonResponse:
    """The same selection as points for the map; the address means what it means for the list."""
    asked = read(request.GET)
    found = find(replace(asked.request, facets=(), page=1, per_page=MOST_POINTS))
    dynamics = Dynamic.objects.published().located().filter(pk__in=found.primary_keys)
    return JsonResponse(map_points.collection(dynamics.values(*map_points.COLUMNS)))


def read(query: QueryDict) -> listing.Listing:
    """Read the address of the directory."""
    kept = ("vue", *(name for look in looks() for name in look.kept))
    return listing.read(
        query, facets=FACETS, fixed_kinds=("dynamic",), default_sort=Sort.TITLE, kept=kept
    )


def look_links(asked: listing.Listing, current: Look) -> list[listing.Link]:
    """Return the ways of looking at the same selection."""
    first = looks()[0]
    return [
        listing.Link(
            str(look.label), asked.address(vue="" if look is first else look.code), look is current
        )
        for look in looks()
    ]
