"""Counting without reading documents: codes of facets, squares of the map."""

from collections.abc import Iterator, Mapping
from typing import Any

from tantivy import Query as Native
from tantivy import Searcher

from search.cells import LEVELS, MOST_CELLS, Cell, field_of, nearest_level
from search.engines.base import Query
from search.engines.embedded.translation import filtered

# More values than any vocabulary has: below it counts are exact.
_MAX_CODES = 20_000
_CELLS = "cells"
# The filters that are choices made in a facet, when they are more than the one that has its name.
_OWN_FILTERS = {"situation": frozenset({"situation", "box", "near"})}

Answer = dict[str, Any]
Filters = Mapping[str, Native]
FacetCounts = dict[str, dict[str, int]]


def counted(
    searcher: Searcher, query: Query, text: Native, filters: Filters
) -> tuple[FacetCounts, tuple[Cell, ...], int | None]:
    """Count the codes of each facet wanted, under every filter but its own, and the squares wanted.

    What obeys every filter is counted at once: squares and most facets cost one request.
    """
    chosen = [name for name in query.facets if not _own(name).isdisjoint(filters)]
    free = {name: _codes(name) for name in query.facets if name not in chosen}
    level = query.cells and nearest_level(query.cells)
    squares = {_CELLS: _squares(level)} if level else {}
    selection = filtered(text, filters.values())
    answer = _aggregated(searcher, selection, free | squares)
    counts = {name: _by_code(answer[name]) for name in free}
    for name in chosen:
        others = (each for filter_, each in filters.items() if filter_ not in _own(name))
        alone = _aggregated(searcher, filtered(text, others), {name: _codes(name)})
        counts[name] = _by_code(alone[name])
    if not level:
        return counts, (), None
    return counts, *_exact_cells(searcher, selection, answer[_CELLS], level)


def _own(name: str) -> frozenset[str]:
    return _OWN_FILTERS.get(name, frozenset({name}))


def _codes(name: str) -> Answer:
    return {"terms": {"field": name, "size": _MAX_CODES, "segment_size": _MAX_CODES}}


def _squares(level: int) -> Answer:
    """Ask for the fullest squares, and the middle of what stands in each."""
    return {
        "terms": {"field": field_of(level), "size": MOST_CELLS, "segment_size": MOST_CELLS},
        "aggs": {name: {"avg": {"field": name}} for name in ("latitude", "longitude")},
    }


def _exact_cells(
    searcher: Searcher, selection: Native, answer: Answer, level: int
) -> tuple[tuple[Cell, ...], int]:
    """Read the squares, or wider ones as long as the engine says that it has cut the list."""
    while answer["sum_other_doc_count"] and level > LEVELS.start:
        level -= 1
        answer = _aggregated(searcher, selection, {_CELLS: _squares(level)})[_CELLS]
    return tuple(_cells(answer)), level


def _cells(answer: Answer) -> Iterator[Cell]:
    for bucket in answer["buckets"]:
        yield Cell(
            key=int(bucket["key"]),
            count=bucket["doc_count"],
            latitude=bucket["latitude"]["value"],
            longitude=bucket["longitude"]["value"],
        )


def _aggregated(searcher: Searcher, native: Native, wanted: Answer) -> Answer:
    return searcher.aggregate(native, wanted) if wanted else {}


def _by_code(answer: Answer) -> dict[str, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in answer["buckets"]}
