"""Counting without reading documents: codes of facets, squares of the map."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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

# Every document has one key, and only one.
_TOTAL: Answer = {"total": {"value_count": {"field": "key"}}}


@dataclass(frozen=True)
class Counts:
    """What was counted: `total` documents in all, the codes of each facet, the squares of a level."""

    total: int
    facets: Mapping[str, Mapping[str, int]]
    cells: tuple[Cell, ...] = ()
    level: int | None = None


def total(searcher: Searcher, native: Native) -> int:
    """Count documents: an aggregation neither scores nor sorts, which is several times quicker than a search."""
    return int(searcher.aggregate(native, _TOTAL)["total"]["value"])


def counted(searcher: Searcher, query: Query, text: Native, filters: Filters) -> Counts:
    """Count the documents, the codes of each facet under every filter but its own, and the squares.

    What obeys every filter is counted at once: the total, squares and most facets cost one request.
    """
    chosen = [name for name in query.facets if not _own(name).isdisjoint(filters)]
    free = {name: _codes(name) for name in query.facets if name not in chosen}
    level = query.cells and nearest_level(query.cells)
    squares = {_CELLS: _squares(level)} if level else {}
    selection = filtered(text, filters.values())
    answer = searcher.aggregate(selection, _TOTAL | free | squares)
    found = int(answer["total"]["value"])
    counts = {name: _by_code(answer[name]) for name in free}
    for name in chosen:
        others = (each for filter_, each in filters.items() if filter_ not in _own(name))
        alone = searcher.aggregate(filtered(text, others), {name: _codes(name)})
        counts[name] = _by_code(alone[name])
    if not level:
        return Counts(found, counts)
    return Counts(found, counts, *_exact_cells(searcher, selection, answer[_CELLS], level))


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
        answer = searcher.aggregate(selection, {_CELLS: _squares(level)})[_CELLS]
    return tuple(_cells(answer)), level


def _cells(answer: Answer) -> Iterator[Cell]:
    for bucket in answer["buckets"]:
        yield Cell(
            key=int(bucket["key"]),
            count=bucket["doc_count"],
            latitude=bucket["latitude"]["value"],
            longitude=bucket["longitude"]["value"],
        )


def _by_code(answer: Answer) -> dict[str, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in answer["buckets"]}
