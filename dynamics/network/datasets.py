"""The ties among the open data: the network, for software that draws networks."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from dynamics.directory.models import Dynamic
from dynamics.network import gexf, graphml
from dynamics.network.departures import given_away
from dynamics.network.exchange import Line
from dynamics.network.models import Tie
from dynamics.network.record import Record, record
from portal.core.freshness import Freshness, editing_facts, facts_of
from portal.opendata.datasets import DataFile, Dataset, register

XML = "application/xml"


def every_tie(site: str) -> Iterator[Record]:
    """Yield the ties that everybody may read and that name nobody."""
    for tie in given_away().order_by("pk").iterator(chunk_size=2000):
        yield record(tie, site=site)


def as_gexf(records: Iterable[Record]) -> Iterator[str]:
    """Yield the network for Gephi."""
    yield gexf.document([Line.of(each) for each in records]).decode()


def as_graphml(records: Iterable[Record]) -> Iterator[str]:
    """Yield the network for igraph, yEd, Cytoscape."""
    yield graphml.document([Line.of(each) for each in records]).decode()


def freshness() -> Freshness:
    """Tell whether the network changed, in four small queries."""
    ends = facts_of(Dynamic, "updated_at")
    return Freshness((*facts_of(Tie, "updated_at"), *ends, *editing_facts()))


def register_datasets() -> None:
    """Open the network."""
    register(
        Dataset(
            code="ties",
            rank=20,
            title=_("Ties between dynamics"),
            description=_(
                "Who inspired whom, who visited whom, who works with whom: each tie with its source "
                "and with those who confirm it."
            ),
            keywords=(_("cooperation"), _("network")),
            page="/dynamiques/",
            rows=every_tie,
            files=(
                DataFile("reseau.gexf", "GEXF", XML, as_gexf, "/api/v1/network.gexf"),
                DataFile("reseau.graphml", "GraphML", XML, as_graphml, "/api/v1/network.graphml"),
            ),
            freshness=freshness,
        )
    )
