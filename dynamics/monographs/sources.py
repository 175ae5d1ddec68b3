"""Where each part of a monograph comes from, its identity card included."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, Value

from portal.bibliography.models import Source
from portal.core.attaching import remembered

if TYPE_CHECKING:
    from dynamics.directory.models import Dynamic
    from dynamics.monographs.models import MonographPage

IDENTITY = "identity"


@dataclass(frozen=True)
class Cited:
    """A document, and the place in it."""

    source: Source
    locator: str


def sources_of(page: MonographPage, dynamic: Dynamic) -> dict[str, list[Cited]]:
    """Return the sources of each section, and those of the record under `IDENTITY`. One query."""
    columns = ("part", "sort_order", "source_id", "locator")
    of_sections = page.section_sources.annotate(part=F("section")).values_list(*columns).order_by()
    of_record = dynamic.citations.annotate(part=Value(IDENTITY)).values_list(*columns).order_by()
    documents = remembered(Source)
    found: dict[str, list[Cited]] = defaultdict(list)
    for part, _order, source, locator in sorted(of_sections.union(of_record, all=True)):
        found[part].append(Cited(documents[source], locator))
    return found
