from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.core import departed
from portal.glossary import departures
from portal.glossary.alphabet import initial, plain
from portal.glossary.models import Term


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every term, from A to Z."""
    terms = sorted(
        Term.objects.published().with_names(),
        key=lambda term: (initial(term.name), plain(term.name)),
    )
    letters = [
        (letter, list(group))
        for letter, group in groupby(terms, key=lambda term: initial(term.name))
    ]
    return render(request, "glossary/index.html", {"letters": letters, "count": len(terms)})


@require_safe
def term(request: HttpRequest, slug: str) -> HttpResponse:
    """One term, what it means here, and what it is tied to."""
    found = Term.objects.published().complete().filter(slug=slug).first()
    if found is None:
        back = ("/glossaire/", _("Back to the glossary"))
        farewell = departed.farewell(request, departures.gone(), slug, back=back)
        if farewell is None:
            raise Http404(slug)
        return farewell
    return render(request, "glossary/term.html", {"term": found})
