"""The ties as open data, and the network as files for the software that draws networks."""

from collections.abc import Iterator

from ninja import Query, Router
from ninja.decorators import decorate_view

from django.db.models import Max, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import conditional_page

from dynamics.network import departures, gexf, graphml
from dynamics.network.exchange import Line
from dynamics.network.models import Tie
from dynamics.network.record import Record, record
from dynamics.network.schemas import TieDeparturesOut, TieFilters, TiesOut, TiesQuery
from portal.core import departed
from portal.core.downloads import dated, site_of
from portal.core.keyset import slice_after
from portal.core.models import Departure
from portal.core.parameters import Listing

ENDS = ("source", "target")
router = Router(tags=[_("Ties")])


def _chosen(asked: TieFilters) -> QuerySet[Tie]:
    ties = departures.given_away()
    if asked.type:
        ties = ties.filter(type__in=asked.type)
    if asked.dynamic:
        ties = ties.filter(Q(source__slug__in=asked.dynamic) | Q(target__slug__in=asked.dynamic))
    return ties


def _departure(gone: Departure) -> dict[str, object]:
    return {"id": int(gone.key), "gone_at": gone.gone_at}


@router.get("/ties", response=TiesOut, summary=_("List of ties"), exclude_unset=True)
@decorate_view(conditional_page)
def ties(request: HttpRequest, response: HttpResponse, asked: Query[TiesQuery]) -> dict:
    """One page of the ties; on the first one, what left since the moment asked about."""
    chosen = _chosen(asked)
    if asked.updated_since:
        chosen = chosen.filter(changed_at__gte=asked.updated_since)
    page = slice_after(chosen, asked.cursor, name="ties", limit=asked.limit)
    latest = Tie.objects.aggregate(
        edited=Max("updated_at"), **{end: Max(f"{end}__updated_at") for end in ENDS}
    )
    latest |= departed.last_departure(departures.TIE)
    dated(response, max((moment for moment in latest.values() if moment), default=None))
    answer = {
        "items": [record(tie, site=site_of(request)) for tie in page.items],
        "next_cursor": page.next_cursor,
        "total": chosen.count(),
    }
    return departed.with_departures(answer, departures.gone(), asked, _departure)


@router.get(
    "/ties/deleted", response=TieDeparturesOut, summary=_("Ties that are not there any more")
)
@decorate_view(conditional_page)
def ties_deleted(request: HttpRequest, asked: Query[Listing]) -> dict:
    """One page of the ties that left: forget them."""
    return departed.page(departures.gone(), asked, _departure)


def _records(request: HttpRequest, asked: TieFilters) -> Iterator[Record]:
    site = site_of(request)
    for tie in _chosen(asked).order_by("pk").iterator(chunk_size=2000):
        yield record(tie, site=site)


def _network_file(name: str, content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type="application/xml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _lines(request: HttpRequest, asked: TieFilters) -> list[Line]:
    return [Line.of(each) for each in _records(request, asked)]


@router.get("/network.gexf", summary=_("The network, for Gephi (GEXF)"))
@decorate_view(conditional_page)
def network_gexf(request: HttpRequest, asked: Query[TieFilters]) -> HttpResponse:
    """The network for Gephi and its like; nobody is named in it."""
    return _network_file("reseau.gexf", gexf.document(_lines(request, asked)))


@router.get("/network.graphml", summary=_("The network, for graph software (GraphML)"))
@decorate_view(conditional_page)
def network_graphml(request: HttpRequest, asked: Query[TieFilters]) -> HttpResponse:
    """The network for igraph, yEd, Cytoscape and their like; nobody is named in it."""
    return _network_file("reseau.graphml", graphml.document(_lines(request, asked)))
