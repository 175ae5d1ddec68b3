"""From codes and figures to choices people can read."""

import heapq
from collections.abc import Callable, Mapping
from functools import lru_cache
from time import monotonic

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from search import registry
from search.registry import Facet
from search.request import FacetCounts, FacetValue, SearchRequest

# Nobody reads further.
MAX_VALUES = 60
_LABELS_LAST = 30.0  # seconds

Order = Callable[[FacetValue], tuple[object, ...]]


def described(
    request: SearchRequest, counts: Mapping[str, Mapping[str, int]], version: str
) -> dict[str, FacetCounts]:
    """Put words on the counts of an engine; a choice made is kept even when it finds nothing."""
    return {
        name: _described(name, request, counts.get(name, {}), version) for name in request.facets
    }


def labels_of(name: str, codes: frozenset[str], version: str) -> Mapping[str, str]:
    """Return the words of a facet's codes, asked again when one of these has none."""
    moment = int(monotonic() // _LABELS_LAST)
    labels = _read_labels(name, version, get_language(), moment)
    if codes <= labels.keys():
        return labels
    return _read_labels.__wrapped__(name, version, get_language(), moment)


def facet_label(name: str) -> str:
    """Name a facet."""
    facet = known_facets().get(name)
    return str(facet.label) if facet else name


def known_facets() -> Mapping[str, Facet]:
    """Return the facets that have words, kinds first."""
    return {"kind": Facet("kind", _("Kind"), _kinds, is_ordered=True), **registry.facets()}


def _kinds() -> Mapping[str, str]:
    return {each.kind: str(each.label_plural) for each in registry.subjects()}


def _described(
    name: str, request: SearchRequest, counts: Mapping[str, int], version: str
) -> FacetCounts:
    chosen = request.choices.get(name, frozenset())
    # Nothing to name, nothing to ask.
    labels = labels_of(name, frozenset(counts), version) if counts or chosen else {}
    empty = sorted(code for code in chosen if not counts.get(code))
    values = [
        FacetValue(code, labels.get(code, code), counts.get(code, 0), code in chosen)
        for code in (*_fullest(counts, chosen), *empty)
    ]
    return FacetCounts(name, facet_label(name), tuple(sorted(values, key=_order(name, labels))))


def _fullest(counts: Mapping[str, int], chosen: frozenset[str]) -> list[str]:
    """Return the codes most things have, and those chosen: keywords go on for ever."""
    kept = heapq.nsmallest(MAX_VALUES, counts, key=lambda code: (-counts[code], code))
    return [*kept, *sorted(code for code in chosen & counts.keys() if code not in kept)]


def _order(name: str, labels: Mapping[str, str]) -> Order:
    facet = known_facets().get(name)
    if facet and facet.is_ordered:
        ranks = {code: rank for rank, code in enumerate(labels)}
        return lambda value: (ranks.get(value.value, len(ranks)), value.label)
    return lambda value: (-value.count, value.label.casefold(), value.value)


@lru_cache(maxsize=64)
def _read_labels(
    name: str, _version: str, _language: str | None, _moment: int
) -> Mapping[str, str]:
    """Ask the subject once per state of the index, and every half minute: a label is corrected without new documents."""
    facet = known_facets().get(name)
    return {code: str(label) for code, label in facet.labels().items()} if facet else {}
