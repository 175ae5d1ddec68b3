"""What a page costs: its processor time over its own template rendered from memory, its queries, its weight."""

import gzip
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.template import Context, loader
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.ratio import Ratio, measure

PAGES = (
    ("home", "/"),
    ("directory", "/dynamiques/"),
    ("directory, filtered", "/dynamiques/?theme=inhabitants&region=84"),
    ("map", "/dynamiques/?vue=carte"),
    ("monograph", "/dynamiques/eusko/"),
    ("comparison", "/dynamiques/comparer/?d=eusko&d=bliiida&d=figeacteurs"),
    ("table of resources", "/dynamiques/tableaux/ressources/"),
    ("referential", "/outils/"),
    ("method", "/outils/debat-mouvant/"),
    ("glossary", "/glossaire/"),
    ("term", "/glossaire/societe-cooperative-d-interet-collectif/"),
    ("propositions", "/propositions/"),
    ("editorial page", "/communaute/"),
    ("search", "/recherche/?q=comment+impliquer+les+habitants"),
)

_STATIC = re.compile(r"""(?:href|src|data-basemap)="(/static/[^"?#]+)""")
_IMPORTED = re.compile(r"""(?:from|import)\s*\(?["'](\.{1,2}/[^"']+)["']""")


@dataclass(frozen=True)
class PageCost:
    """The figures of one page. Weights in bytes, as a first visit transfers them, compressed."""

    name: str
    ratio: Ratio
    queries: int
    floor_queries: int
    html: int
    total: int


def cost(name: str, address: str, client: Client) -> PageCost:
    """Measure one page."""
    response = client.get(address)
    if response.status_code != 200:
        msg = f"{address} answers {response.status_code}"
        raise RuntimeError(msg)
    floor = in_memory(response)
    return PageCost(
        name=name,
        ratio=measure(lambda: client.get(address), floor),
        queries=queries_of(lambda: client.get(address)),
        floor_queries=queries_of(floor),
        html=len(gzip.compress(response.content)),
        total=weight(response.content.decode()),
    )


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
