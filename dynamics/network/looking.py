"""The network as one of the ways of looking at the directory."""

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import conditional_page, require_safe

from dynamics.directory.looks import Look
from dynamics.directory.views import read
from dynamics.network import canvas, twin, ways
from dynamics.network.relations import Relation
from dynamics.network.selection import KEPT, KINDS, Choices, Part, chosen_part
from search import listing
from search.request import Results

PER_PAGE = 50
MOST_BRIDGES = 5
MOST_NAMES = 300


def as_network(
    request: HttpRequest, asked: listing.Listing, _results: Results
) -> dict[str, object]:
    """The selection as a network: drawn, then said in a table."""
    choices = Choices.read(request.GET)
    part = chosen_part(asked, choices)
    order = request.GET.get("tri", "")[:20] or "qui"
    edges = twin.ordered(part.graph, order)
    page = listing.read_page(request.GET.get("page", ""))
    last = max(1, -(-len(edges) // PER_PAGE))
    page = min(page, last)
    shown = edges[(page - 1) * PER_PAGE : page * PER_PAGE]
    return {
        "data_address": f"{reverse('network:data')}{asked.address(vue='', sort='')}",
        "choices": choices,
        "carried": [pair for pair in asked.pairs if pair[0] not in KEPT],
        "relations": Relation.choices,
        "legend": _legend(part),
        "points": len(part.graph.nodes),
        "lines": len(edges),
        "bridges": part.bridges[:MOST_BRIDGES],
        "rows": twin.rows(part.graph, shown),
        "headings": twin.headings(order, address=lambda code: asked.address(tri=code)),
        "sorts": [],
        "pages": _pages(asked, page, last, order),
        "names": ways.names()[:MOST_NAMES],
    }


def _legend(part: Part) -> list[tuple[str, str]]:
    """Return the kinds of points that are there, with their names."""
    present = {node.kind for node in part.graph.nodes.values()}
    return [(kind, str(label)) for kind, label in KINDS.items() if kind in present]


def _pages(asked: listing.Listing, page: int, last: int, order: str) -> list[listing.Link]:
    """Return the pages of the table around this one."""
    if last == 1:
        return []
    sort = {} if order == "qui" else {"tri": order}
    numbers = sorted({1, last, *range(max(1, page - 2), min(last, page + 2) + 1)})
    return [
        listing.Link(
            str(number),
            f"{asked.address(**sort, page=str(number))}#table",
            number == page,
        )
        for number in numbers
    ]


@require_safe
@conditional_page
def data(request: HttpRequest) -> JsonResponse:
    """The same selection for the canvas, in compact arrays; the address means what it means there."""
    part = chosen_part(read(request.GET), Choices.read(request.GET))
    compact = {"ensure_ascii": False, "separators": (",", ":")}
    return JsonResponse(canvas.arrays(part), json_dumps_params=compact)


NETWORK = Look(
    "reseau",
    _("Network"),
    30,
    "network/look.html",
    as_network,
    head="network/head.html",
    scripts=("js/network-graph.js",),
    kept=KEPT,
)
