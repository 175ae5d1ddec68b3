"""Which records may be the same dynamic twice: the same number, or nearly the same name within a kilometre."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from math import cos, floor, hypot, radians

from rapidfuzz import fuzz

from portal.territories.names import name_key

ALIKE = 90
NEAR_KM = 1.0
KM_PER_DEGREE = 111.2
# In degrees: half of each is more than a kilometre wherever people live here.
CELL_HEIGHT, CELL_WIDTH = 0.02, 0.04
# In a crowd (everything at the town hall), each name is compared with those that sort next to it.
CROWD, WINDOW = 60, 12


@dataclass(frozen=True)
class Known:
    """What is compared of a record."""

    pk: int
    name: str
    latitude: float | None
    longitude: float | None
    numbers: frozenset[tuple[str, str]] = frozenset()

    @property
    def key(self) -> str:
        """The name, whatever its accents, its case and the order of its words."""
        return " ".join(sorted(name_key(self.name).replace("-", " ").split()))


@dataclass(frozen=True)
class Twins:
    """Two records that may be one, and why."""

    first: Known
    second: Known
    has_same_number: bool


def likely(records: Iterable[Known]) -> Iterator[Twins]:
    """Yield the pairs that may be one dynamic, those of the same number first, each once.

    Never everything with everything: only those that share a number or a square of the map.
    """
    known = list(records)
    seen: set[tuple[int, int]] = set()
    for group in _by_number(known).values():
        for first, second in combinations(group, 2):
            if _is_new(first, second, seen):
                yield Twins(first, second, has_same_number=True)
    for group in _by_square(known).values():
        for first, second in _neighbours(group):
            if _alike(first, second) and _is_new(first, second, seen):
                yield Twins(first, second, has_same_number=False)


def _is_new(first: Known, second: Known, seen: set[tuple[int, int]]) -> bool:
    pair = (min(first.pk, second.pk), max(first.pk, second.pk))
    is_new = pair not in seen and first.pk != second.pk
    seen.add(pair)
    return is_new


def _by_number(known: list[Known]) -> Mapping[tuple[str, str], list[Known]]:
    groups = defaultdict(list)
    for record in known:
        for number in record.numbers:
            groups[number].append(record)
    return groups


def _by_square(known: list[Known]) -> Mapping[tuple[float, float, int, int], list[Known]]:
    """Put each record in one square of four grids, each shifted by half: neighbours share one of them."""
    groups = defaultdict(list)
    for record in known:
        if record.latitude is None or record.longitude is None:
            continue
        for down, right in product((0, 0.5), repeat=2):
            row = floor(record.latitude / CELL_HEIGHT + down)
            column = floor(record.longitude / CELL_WIDTH + right)
            groups[down, right, row, column].append(record)
    return groups


def _neighbours(group: list[Known]) -> Iterator[tuple[Known, Known]]:
    if len(group) <= CROWD:
        yield from combinations(group, 2)
        return
    ordered = sorted(group, key=lambda record: record.key)
    for place, first in enumerate(ordered):
        for second in ordered[place + 1 : place + WINDOW]:
            yield first, second


def _alike(first: Known, second: Known) -> bool:
    if _km_between(first, second) > NEAR_KM:
        return False
    return fuzz.ratio(first.key, second.key, score_cutoff=ALIKE) >= ALIKE


def _km_between(first: Known, second: Known) -> float:
    north = (first.latitude or 0) - (second.latitude or 0)
    east = ((first.longitude or 0) - (second.longitude or 0)) * cos(radians(first.latitude or 0))
    return hypot(north, east) * KM_PER_DEGREE
