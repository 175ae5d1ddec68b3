"""What a page costs: its processor time over its own template rendered from memory, its queries, its weight."""

import gzip
import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.template import Context, loader
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.ratio import Ratio, measure

GOAL, STRETCH = 6.0, 4.0
MOST_QUERIES = 12
LIGHT, LIGHT_WITH_MAP = 100_000, 300_000

HEADER = f"{'page':<22}{'CPU ratio':>10}{'block to block':>16}{'ms':>7}{'queries':>9}{'html gz':>9}{'first visit':>13}"
LEGEND = (
    f"CPU: processor time of the uncached page over its template rendered from memory; goal {GOAL:g}, then {STRETCH:g}.\n"
    f"Queries: {MOST_QUERIES} at most. First visit: bytes, compressed; {LIGHT:,} at most, {LIGHT_WITH_MAP:,} with a map."
)


@dataclass(frozen=True)
class BenchPage:
    """A page to measure, and what it may weigh."""

    name: str
    address: str
    limit: int = LIGHT


PAGES = (
    BenchPage("home", "/"),
    BenchPage("directory", "/dynamiques/"),
    BenchPage("directory, filtered", "/dynamiques/?theme=inhabitants&region=84"),
    BenchPage("map", "/dynamiques/?vue=carte", LIGHT_WITH_MAP),
    BenchPage("monograph", "/dynamiques/eusko/"),
    BenchPage("record", "/dynamiques/euralens/"),
    BenchPage("comparison", "/dynamiques/comparer/?d=eusko&d=bliiida&d=figeacteurs"),
    BenchPage("table of resources", "/dynamiques/tableaux/ressources/"),
    BenchPage("referential", "/outils/"),
    BenchPage("method", "/outils/debat-mouvant/"),
    BenchPage("glossary", "/glossaire/"),
    BenchPage("term", "/glossaire/societe-cooperative-d-interet-collectif/"),
    BenchPage("propositions", "/propositions/"),
    BenchPage("editorial page", "/communaute/"),
    BenchPage("search", "/recherche/?q=comment+impliquer+les+habitants"),
)

_STATIC = re.compile(r"""(?:href|src|data-basemap)="(/static/[^"?#]+)""")
_IMPORTED = re.compile(r"""(?:from|import)\s*\(?["'](\.{1,2}/[^"']+)["']""")


@dataclass(frozen=True)
class PageCost:
    """The figures of one page. Weights in bytes, as a first visit transfers them, compressed."""

    ratio: Ratio
    queries: int
    html: int
    total: int


def run() -> list[str]:
    """Print the table; return the pages that miss a goal."""
    print(HEADER)
    missed = [
        page.name for page in PAGES if not report(page, cost(page, Client(HTTP_HOST="localhost")))
    ]
    print(LEGEND)
    return missed


def cost(page: BenchPage, client: Client) -> PageCost:
    """Measure one page.

    Raises:
        RuntimeError: the page does not answer, or its template alone makes queries.
    """
    response = client.get(page.address)
    if response.status_code != HTTPStatus.OK:
        msg = f"{page.address} answers {response.status_code}"
        raise RuntimeError(msg)
    floor = in_memory(response)
    floor()
    if queries := queries_of(floor):
        msg = f"{page.address}: its template makes {queries} queries, it is no floor"
        raise RuntimeError(msg)
    return PageCost(
        ratio=measure(lambda: client.get(page.address), floor),
        queries=queries_of(lambda: client.get(page.address)),
        html=len(gzip.compress(response.content)),
        total=weight(response.content.decode()),
    )


def report(page: BenchPage, figures: PageCost) -> bool:
    """Print the line of a page; return whether its goals are met."""
    ratio = figures.ratio
    goals = {
        "CPU": ratio.median <= GOAL,
        "queries": figures.queries <= MOST_QUERIES,
        "weight": figures.total <= page.limit,
    }
    missed = ", ".join(name for name, is_met in goals.items() if not is_met)
    spread = f"{ratio.lowest:.2f} to {ratio.highest:.2f}"
    print(
        f"{page.name:<22}{ratio.median:>10.2f}{spread:>16}{ratio.milliseconds:>7.1f}{figures.queries:>9}"
        f"{figures.html:>9,}{figures.total:>13,}"
        f"{'' if ratio.is_steady else '  machine busy'}{f'  MISSED: {missed}' if missed else ''}",
        flush=True,
    )
    return not missed


def in_memory(response: object) -> Callable[[], str]:
    """Return what renders the same template with the very objects of this answer."""
    template = loader.get_template(response.templates[0].name).template
    rendered = response.context[0] if isinstance(response.context, list) else response.context
    values = rendered.flatten() | {"request": response.wsgi_request}
    return lambda: template.render(Context(values))


def queries_of(action: Callable[[], object]) -> int:
    """Count the queries that something makes."""
    with CaptureQueriesContext(connection) as captured:
        action()
    return len(captured)


def weight(html: str) -> int:
    """Return what a first visit transfers: the page and every file it names, compressed."""
    named = {path.removeprefix(settings.STATIC_URL) for path in _STATIC.findall(html)}
    files = set()
    waiting = list(named)
    while waiting:
        path = waiting.pop()
        if path in files or not (found := finders.find(path)):
            continue
        files.add(path)
        if path.endswith(".js"):
            text = Path(found).read_text(encoding="utf-8")
            folder = Path(path).parent
            waiting += [_resolved(folder / name) for name in _IMPORTED.findall(text)]
    return len(gzip.compress(html.encode())) + sum(map(_compressed, files))


def _resolved(path: Path) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _compressed(path: str) -> int:
    return len(gzip.compress(Path(finders.find(path)).read_bytes()))
