"""Where each part of a monograph comes from, its identity card included."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from django.db.models import F, QuerySet, Value

from portal.bibliography.models import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dynamics.directory.models import Dynamic
    from dynamics.monographs.models import MonographPage

IDENTITY = "identity"
DOCUMENT = [field.attname for field in Source._meta.concrete_fields]
COLUMNS = ("part", "sort_order", "locator", *(f"source__{name}" for name in DOCUMENT))

Row = tuple[str, int, str, Source]


@dataclass(frozen=True)
class Cited:
    """A document, and the place in it."""

    source: Source
    locator: str


def sources_of(page: MonographPage, dynamic: Dynamic) -> dict[str, list[Cited]]:
    """Return the sources of each section, and those of the record under `IDENTITY`. One query."""
    found: dict[str, list[Cited]] = defaultdict(list)
    for part, _order, locator, source in sorted(_rows(page, dynamic), key=itemgetter(0, 1)):
        found[part].append(Cited(source, locator))
    return found


def _rows(page: MonographPage, dynamic: Dynamic) -> Iterable[Row]:
    of_record = dynamic.citations.annotate(part=Value(IDENTITY)).values_list(*COLUMNS).order_by()
    of_sections = page.section_sources.all()
    if not isinstance(of_sections, QuerySet):  # a draft being previewed: it is not in the database
        written = [
            (each.section, each.sort_order or 0, each.locator, each.source) for each in of_sections
        ]
        return [*written, *map(_row, of_record)]
    named = of_sections.annotate(part=F("section")).values_list(*COLUMNS).order_by()
    return map(_row, named.union(of_record, all=True))


def _row(values: tuple) -> Row:
    part, order, locator, *document = values
    return part, order or 0, locator, Source.from_db(None, DOCUMENT, document)
