from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.views import serve as wagtail_serve

from portal.core import departed
from search import listing
from search.queries import find
from search.request import FacetCounts, Sort
from toolbox import departures
from toolbox.models import MethodIndexPage, MethodPage

FACETS = ("barrier", "theme", "phase", "method_kind", "keyword")
SORTS = (Sort.RELEVANCE, Sort.TITLE, Sort.RECENT)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The referential: every method, by situation, theme, phase, kind and keyword."""
    asked = listing.read(
        request.GET, facets=FACETS, fixed_kinds=("method",), default_sort=Sort.TITLE
    )
    results = find(asked.request)
    keys = [int(key) for key in results.primary_keys]
    situations = results.facets.get("barrier", FacetCounts("barrier", "")).values
    context = {
        "page": MethodIndexPage.objects.live().first(),
        "results": results,
        "methods": MethodPage.objects.published().cards(keys),
        "count": results.total,
        "request_terms": asked.request.terms,
        "situations": [] if asked.request.terms or asked.request.filters else situations,
        "facets": listing.facets(asked, results),
        "chips": listing.chips(asked, results),
        "sorts": listing.sorts(asked, SORTS),
        "pages": listing.pages(asked, results),
    }
    return render(request, "toolbox/index.html", context)


@require_safe
def method(request: HttpRequest, slug: str) -> HttpResponse:
    """One method, found by its address; Wagtail answers for what is not published or has moved."""
    found = MethodPage.objects.published().filter(slug=slug).sheets()
    if found:
        return found[0].serve(request)
    back = ("/outils/", _("Back to the tools and methods"))
    farewell = departed.farewell(request, departures.gone(), slug, back=back)
    return farewell or wagtail_serve(request, f"outils/{slug}/")
