"""Where each part of a monograph comes from, its identity card included."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, QuerySet, Value

from portal.bibliography.models import Source
from portal.core.attaching import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dynamics.directory.models import Dynamic
    from dynamics.monographs.models import MonographPage

IDENTITY = "identity"
COLUMNS = ("part", "sort_order", "source_id", "locator")

Row = tuple[str, int | None, int, str]


@dataclass(frozen=True)
class Cited:
    """A document, and the place in it."""

    source: Source
    locator: str


def sources_of(page: MonographPage, dynamic: Dynamic) -> dict[str, list[Cited]]:
    """Return the sources of each section, and those of the record under `IDENTITY`. One query."""
    documents = remembered(Source)
    found: dict[str, list[Cited]] = defaultdict(list)
    for part, _order, source, locator in sorted(_rows(page, dynamic), key=_place):
        found[part].append(Cited(documents[source], locator))
    return found


def _place(row: Row) -> tuple[str, int]:
    part, order, *_cited = row
    return part, order or 0


def _rows(page: MonographPage, dynamic: Dynamic) -> Iterable[Row]:
    of_record = dynamic.citations.annotate(part=Value(IDENTITY)).values_list(*COLUMNS).order_by()
    of_sections = page.section_sources.all()
    if not isinstance(of_sections, QuerySet):  # a draft being previewed: it is not in the database
        written = [
            (each.section, each.sort_order, each.source_id, each.locator) for each in of_sections
        ]
        return [*written, *of_record]
    named = of_sections.annotate(part=F("section")).values_list(*COLUMNS).order_by()
    return named.union(of_record, all=True)
