from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.proposals.models import Proposal
from portal.proposals.selection import Selection, by_addressee
from portal.proposals.similar import close_to
from portal.vocabulary.models import Theme


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every proposition, by addressee and topic; one may keep one addressee or one theme."""
    selection = Selection(
        addressee=request.GET.get("addressee", ""), theme=request.GET.get("theme", "")
    )
    proposals = list(Proposal.objects.published().complete())
    chosen = selection.apply(proposals)
    context = {
        "groups": by_addressee(chosen),
        "selection": selection,
        "addressees": Proposal.Addressee.choices,
        "themes": Theme.objects.all(),
        "count": len(chosen),
        "total": len(proposals),
        "similar": close_to(chosen),
    }
    return render(request, "proposals/index.html", context)
