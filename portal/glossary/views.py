from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

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
    found = get_object_or_404(Term.objects.published().complete(), slug=slug)
    return render(request, "glossary/term.html", {"term": found})
