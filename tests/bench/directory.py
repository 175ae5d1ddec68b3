"""The directory and its map with very many records: queries, processor time against a thousand, bytes, first drawing.

The records are synthetic and say so (`tests.bench.synthetic`); `BENCH_RECORDS` changes how many there are.
"""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median

from django.conf import settings
from django.test import Client

from search import cells
from search.engines.embedded.generations import Generations
from search.engines.embedded.layout import open_existing
from search.engines.embedded.translation import inside
from search.request import Box
from tests.bench import drawing, synthetic
from tests.bench.beside import Cost, cost, portal_beside
from tests.bench.pages import LIGHT_WITH_MAP, MOST_QUERIES, queries_of, weight
from tests.bench.ratio import measure

FEW = 1_000
SEVENTEEN, MANY_POINTS = 17, 5_000
MOST_GROWTH, MOST_OVER_ENGINE, MOST_DRAWING = 2.0, 3.0, 2.0
MAP = "/api/v1/map?bbox=-5.3,41.2,9.7,51.2&z=5"
FRANCE = Box(-11.25, 40.979898, 11.25, 55.776573)
LEVEL = 7
FACETS = ("type", "region", "phase", "theme", "initiator", "logic", "legal_form", "keyword")
RUNS, TURNS = 12, 12
ADDRESSES = {
    "list": "/dynamiques/",
    "list, filtered": "/dynamiques/?initiator=public",
    "map page": "/dynamiques/?vue=carte",
    "table": "/dynamiques/?vue=tableau",
    "map answer": MAP,
}


@dataclass(frozen=True)
class Figure:
    """One figure, and what it must stay under."""

    name: str
    value: float
    goal: float

    @property
    def is_met(self) -> bool:
        """Whether the goal is met."""
        return self.value <= self.goal


def run() -> list[str]:
    """Print the figures; return the names of those that miss their goal."""
    synthetic.make_records()
    synthetic.index_everything()
    with portal_beside(FEW) as few:
        missed = [
            each.name for each in figures(Client(HTTP_HOST="localhost"), few) if not reported(each)
        ]
    print(f"{synthetic.RECORDS:,} synthetic records; processor time is against {FEW:,} of them.")
    return missed


def figures(client: Client, few: Cost) -> Iterator[Figure]:
    """Yield every figure of the directory as it is now; `few` tells what an address costs a small one."""
    for name, address in ADDRESSES.items():
        yield Figure(f"{name}: queries", queries_of(getting(client, address)), MOST_QUERIES)
        yield Figure(f"{name}: CPU", growth(client, few, address), MOST_GROWTH)
    over_engine = measure(getting(client, MAP), bare_aggregation(), blocks=4, runs=RUNS)
    yield Figure("map answer over the bare aggregation", over_engine.median, MOST_OVER_ENGINE)
    yield Figure("map page: first view, bytes", first_view(client), LIGHT_WITH_MAP)
    ratio, longest, shortest = drawing.ratio_of_first_drawings(MANY_POINTS, SEVENTEEN)
    print(
        f"first drawing: {longest:.0f} ms for {MANY_POINTS:,} points, {shortest:.0f} for {SEVENTEEN}"
    )
    yield Figure(f"first drawing of {MANY_POINTS:,} points over {SEVENTEEN}", ratio, MOST_DRAWING)


def reported(figure: Figure) -> bool:
    """Print a figure; return whether its goal is met."""
    verdict = "" if figure.is_met else "  MISSED"
    print(
        f"{figure.name:<46}{figure.value:>12,.2f} for {figure.goal:,.0f} at most{verdict}",
        flush=True,
    )
    return figure.is_met


def getting(client: Client, address: str) -> Callable[[], object]:
    """Return what asks for an address."""
    return lambda: client.get(address)


def growth(client: Client, few: Cost, address: str) -> float:
    """Return how many times dearer an address is here than in the small portal, both asked in turns."""
    return median(cost(client, address) / few(address) for _turn in range(TURNS))


def bare_aggregation() -> Callable[[], object]:
    """Return the request itself, nothing around it: squares, their middles and the facets, at once."""
    path = Generations(settings.SEARCH_DIR).current()
    searcher = open_existing(path).searcher()
    selection = inside(FRANCE)
    wanted = {name: {"terms": {"field": name, "size": 20_000}} for name in FACETS}
    wanted["cells"] = {
        "terms": {"field": cells.field_of(LEVEL), "size": cells.MOST_CELLS},
        "aggs": {name: {"avg": {"field": name}} for name in ("latitude", "longitude")},
    }
    return lambda: searcher.aggregate(selection, wanted)


def first_view(client: Client) -> int:
    """Return the bytes of the map page, of all that it names, and of the first answer, compressed."""
    page = client.get(ADDRESSES["map page"])
    answer = client.get(f"{page.context['map_data']}&bbox=-180,-85,180,85&z=5")
    return weight(page.content.decode()) + len(gzip.compress(answer.content))
