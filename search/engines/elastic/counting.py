"""Counting in the same request as the hits: codes of facets, squares of the map.

What is chosen in a facet that is counted restricts the hits after the counting; each count is then
under every choice but its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from elasticsearch.dsl import Search
from elasticsearch.dsl import query as dsl
from elasticsearch.dsl.aggs import Avg, Filter, Terms

from search.cells import MOST_CELLS, Cell, field_of
from search.engines.base import Query
from search.engines.elastic.translation import every

# More values than any vocabulary has: below it counts are exact.
_MAX_CODES = 20_000
_SELECTION = "selection"
_CELLS = "cells"
# The filters that are choices made in a facet, when they are more than the one that has its name.
_OWN_FILTERS = {"situation": frozenset({"situation", "box", "near"})}

Answer = Mapping[str, Any]


@dataclass(frozen=True)
class Counting:
    """What to count for a question: facets, and squares of a level if it is given."""

    query: Query
    filters: Mapping[str, dsl.Query]
    level: int | None

    @property
    def later(self) -> dict[str, dsl.Query]:
        """Return the filters that some count must ignore."""
        ignored = frozenset().union(*(_own(name) for name in self.query.facets))
        return {name: each for name, each in self.filters.items() if name in ignored}

    @property
    def sooner(self) -> list[dsl.Query]:
        """Return the filters every count obeys."""
        return [each for name, each in self.filters.items() if name not in self.later]

    def ask(self, request: Search) -> Search:
        """Add the counts to a request for hits."""
        later = self.later
        chosen = self._chosen
        selection = request.aggs.bucket(_SELECTION, Filter(every(later.values())))
        for name in self.query.facets:
            if name not in chosen:
                selection.bucket(name, Terms(field=name, size=_MAX_CODES))
        for name in chosen:
            others = every(each for other, each in later.items() if other not in _own(name))
            request.aggs.bucket(name, Filter(others)).bucket(
                name, Terms(field=name, size=_MAX_CODES)
            )
        if self.level:
            squares = selection.bucket(_CELLS, Terms(field=field_of(self.level), size=MOST_CELLS))
            for name in ("latitude", "longitude"):
                squares.metric(name, Avg(field=name))
        return request.post_filter(every(later.values())) if later else request

    def facets(self, answer: Answer) -> dict[str, dict[str, int]]:
        """Read the counts of each facet."""
        chosen = self._chosen
        counts = {}
        for name in self.query.facets:
            parent = answer[name if name in chosen else _SELECTION]
            counts[name] = {each["key"]: each["doc_count"] for each in parent[name]["buckets"]}
        return counts

    def cells(self, answer: Answer) -> tuple[Cell, ...]:
        """Read the squares."""
        return tuple(_cells(answer[_SELECTION][_CELLS])) if self.level else ()

    def has_too_many_cells(self, answer: Answer) -> bool:
        """Tell whether the server has cut the list of squares."""
        return bool(self.level and answer[_SELECTION][_CELLS]["sum_other_doc_count"])

    @property
    def _chosen(self) -> list[str]:
        return [name for name in self.query.facets if not _own(name).isdisjoint(self.filters)]


def _own(name: str) -> frozenset[str]:
    return _OWN_FILTERS.get(name, frozenset({name}))


def _cells(answer: Answer) -> Iterator[Cell]:
    for bucket in answer["buckets"]:
        yield Cell(
            key=int(bucket["key"]),
            count=bucket["doc_count"],
            latitude=bucket["latitude"]["value"],
            longitude=bucket["longitude"]["value"],
        )
