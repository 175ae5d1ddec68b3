"""The glossary as open data."""

from ninja import Query, Router
from ninja.decorators import decorate_view

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import conditional_page

from portal.core.downloads import dated, site_of
from portal.core.keyset import slice_after
from portal.core.parameters import Listing
from portal.glossary.models import Term
from portal.glossary.record import record
from portal.glossary.schemas import TermOut, TermsOut

router = Router(tags=[_("Glossary")])


@router.get("/terms", response=TermsOut, summary=_("List of terms"))
@decorate_view(conditional_page)
def terms(request: HttpRequest, response: HttpResponse, asked: Query[Listing]) -> dict:
    """One page of the glossary."""
    chosen = Term.objects.published().complete()
    if asked.updated_since:
        chosen = chosen.filter(updated_at__gte=asked.updated_since)
    page = slice_after(chosen, asked.cursor, name="terms", limit=asked.limit)
    dated(response, Term.objects.aggregate(latest=Max("updated_at"))["latest"])
    return {
        "items": [record(term, site=site_of(request)) for term in page.items],
        "next_cursor": page.next_cursor,
        "total": chosen.count(),
    }


@router.get("/terms/{slug:slug}", response=TermOut, summary=_("One term"))
@decorate_view(conditional_page)
def term(request: HttpRequest, response: HttpResponse, slug: str) -> dict:
    """One term of the glossary."""
    found = get_object_or_404(Term.objects.published().complete(), slug=slug)
    dated(response, found.updated_at)
    return record(found, site=site_of(request))
