from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from portal.core.afterwards import AnswerFirst
from search import listing, presentation
from search.actions import count_question
from search.asked import countable
from search.permissions import audiences_of
from search.queries import find
from search.suggestions import suggest


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Everything the portal has that answers a question."""
    asked = presentation.read(request.GET, audiences_of(request.user))
    found = find(asked.request)
    context = {
        "results": found,
        "count": found.total,
        "request_terms": found.request.terms,
        "kept": asked.kept,
        "facets": listing.facets(asked, found),
        "chips": listing.chips(asked, found),
        "outer_circle": listing.outer_circle(asked),
        "sorts": listing.sorts(asked, presentation.SORTS),
        "pages": listing.pages(asked, found),
        "as_typed": presentation.as_typed(asked, found),
        "ways_out": presentation.ways_out(found),
    }
    page = render_to_string("search/results.html", context, request)
    question = countable(asked, found, referrer=request.headers.get("Referer", ""))
    if question is None or request.method != "GET":
        return HttpResponse(page)
    return AnswerFirst(page, then=partial(count_question, question, is_answered=found.total > 0))


@require_safe
def completion(request: HttpRequest) -> HttpResponse:
    """What someone may be about to type, as a list to put under the search box."""
    typed = request.GET.get("q", "")
    suggestions = suggest(typed, audiences=audiences_of(request.user))
    context = {
        "groups": presentation.grouped(suggestions),
        "count": len(suggestions),
        "is_asked": bool(typed.strip()),
    }
    return render(request, "search/completion.html", context)
