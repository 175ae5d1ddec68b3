from collections.abc import Mapping
from dataclasses import replace

from csp.decorators import csp_replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from dynamics.directory import nearby
from dynamics.directory.bare import PAPERS, Paper, paper_links
from dynamics.directory.looks import Look, look_named, looks
from dynamics.directory.models import DirectoryPage, Dynamic
from dynamics.directory.nearby import Nearby
from search import listing
from search.listing import Link, Listing
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
    "situation",
)
SORTS = (Sort.RELEVANCE, Sort.DISTANCE, Sort.TITLE, Sort.RECENT, Sort.OLDEST, Sort.NEWEST)
# What every link of the directory carries besides the words and the choices.
KEPT = ("vue", nearby.PLACE, nearby.RADIUS)
FRAME, PAPER = "cadre", "papier"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The directory: one selection, and several ways of looking at it."""
    if paper := PAPERS.get(request.GET.get(PAPER, "")):
        return _bare(request, paper)
    if request.GET.get(FRAME) == "1":
        return _framed(request)
    response = render(request, "directory/index.html", _page(request))
    # For the button “near me”, which asks when it is pressed.
    response["Permissions-Policy"] = settings.PERMISSIONS_POLICY_WITH_PLACE
    return response


# Only here may another site show us in a frame: nothing in it can be done in anybody's name.
@csp_replace({"frame-ancestors": ["*"]})
@xframe_options_exempt
def _framed(request: HttpRequest) -> HttpResponse:
    return _bare(request, None)


def _bare(request: HttpRequest, paper: Paper | None) -> HttpResponse:
    """One view without the chrome of the site; every link leads to the site."""
    return render(request, "directory/bare.html", _page(request) | {"paper": paper})


def _page(request: HttpRequest) -> dict[str, object]:
    around = nearby.read(request.GET)
    asked = read(request.GET, around)
    look = look_named(request.GET.get("vue"))
    results = find(replace(asked.request, per_page=0) if look.is_of_counts else asked.request)
    return {
        "page": DirectoryPage.objects.live().first(),
        "look": look,
        "results": results,
        "count": results.total,
        "request_terms": asked.request.terms,
        "facets": listing.facets(asked, results),
        "chips": chips(asked, results, around),
        "outer_circle": listing.outer_circle(asked),
        "sorts": sorts(asked),
        "views": look_links(asked, look),
        "kept": [pair for pair in asked.kept if pair[0] not in (nearby.PLACE, nearby.RADIUS)],
        "nearby": around,
        "near_choices": near_choices(asked, around),
        "full_address": request.build_absolute_uri(request.path + asked.address()),
        "frame": request.build_absolute_uri(request.path + asked.address(**{FRAME: "1"})),
        "papers": paper_links(asked),
    } | dict(look.context(request, asked, results))


def as_list(_request: HttpRequest, asked: Listing, results: Results) -> Mapping[str, object]:
    """The selection as cards, page after page."""
    keys = [int(key) for key in results.primary_keys]
    distances = {int(hit.uid.partition(":")[2]): hit.distance_km for hit in results.hits}
    dynamics = Dynamic.objects.published().cards(keys)
    for dynamic in dynamics:
        dynamic.distance_km = distances[dynamic.pk]
    return {"dynamics": dynamics, "pages": listing.pages(asked, results)}


LIST = Look("liste", gettext_lazy("List"), 10, "directory/list.html", as_list)


def read(query: QueryDict, around: Nearby | None = None) -> Listing:
    """Read the address of the directory; `around` is the place it names, when that was read already."""
    near = (around or nearby.read(query)).near
    asked = listing.read(
        query,
        facets=FACETS,
        fixed_kinds=("dynamic",),
        default_sort=Sort.DISTANCE if near else Sort.TITLE,
        kept=(*KEPT, *(name for look in looks() for name in look.kept)),
    )
    return replace(asked, request=replace(asked.request, near=near))


def chips(asked: Listing, results: Results, around: Nearby) -> list[Link]:
    """Return the choices made, the place among them."""
    if not around.near:
        return listing.chips(asked, results)
    label = _("Less than %(radius)d km from %(place)s") % {
        "radius": around.radius,
        "place": around.label,
    }
    without = asked.address(**{nearby.PLACE: "", nearby.RADIUS: ""})
    return [Link(label, without), *listing.chips(asked, results)]


def sorts(asked: Listing) -> list[Link]:
    """Return the orders one may choose; the distance only where there is a place."""
    orders = [order for order in SORTS if order is not Sort.DISTANCE or asked.request.near]
    return listing.sorts(asked, orders)


def near_choices(asked: Listing, around: Nearby) -> list[Link]:
    """Return the communes that the name typed may mean."""
    return [
        Link(choice.label, asked.address(**{nearby.PLACE: choice.value}))
        for choice in around.choices
    ]


def look_links(asked: Listing, current: Look) -> list[Link]:
    """Return the ways of looking at the same selection."""
    first = looks()[0]
    return [
        Link(
            str(look.label), asked.address(vue="" if look is first else look.code), look is current
        )
        for look in looks()
    ]
