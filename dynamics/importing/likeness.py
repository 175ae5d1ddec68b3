"""Records that are the same: one name less than a kilometre away, or one number."""

import re
from array import array
from functools import lru_cache

from dynamics.importing.checks.coordinates import Point
from portal.territories.distances import kilometres
from portal.territories.names import name_key

# Kilometres.
NEAR = 1.0
# What people write or leave out: it tells no record from another.
SMALL_WORDS = "le la les l un une de du des d et en a au aux the"
LEGAL_FORMS = (
    "association asso assoc asbl aisbl obnl osbl collectif cooperative coop societe interet "
    "scic scop cae sarl eurl sas sasu sa sci snc gie loi 1901"
)
EMPTY_WORDS = frozenset(f"{SMALL_WORDS} {LEGAL_FORMS}".split())
NOWHERE = 999.0
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def likeness_key(name: str) -> str:
    """Return the words of a name that count, in one order."""
    words = [word for word in _NOT_A_WORD.split(name_key(name)) if word]
    kept = [word for word in words if word not in EMPTY_WORDS]
    return " ".join(sorted(kept or words))


class KnownNames:
    """The names that are taken, and where: a few bytes each, for a directory of any size."""

    def __init__(self) -> None:
        self._by_name: dict[int, int | list[int]] = {}
        self._latitudes = array("f")
        self._longitudes = array("f")
        self._records = array("q")
        self._places: dict[int, str] = {}

    def add(self, name: str, point: Point | None, place: str, record: int) -> None:
        """Take a name note of: a positive `record` is in the directory, a negative one is a row."""
        index = len(self._records)
        self._records.append(record)
        self._latitudes.append(point.latitude if point else NOWHERE)
        self._longitudes.append(point.longitude if point else NOWHERE)
        if point is None and place:
            self._places[index] = place
        key = hash(likeness_key(name))
        known = self._by_name.get(key)
        if known is None:
            self._by_name[key] = index
        elif isinstance(known, list):
            known.append(index)
        else:
            self._by_name[key] = [known, index]

    def find(self, name: str, point: Point | None, place: str, *, but: int = 0) -> int:
        """Return the record of that name less than a kilometre away, or in the same place; 0 if there is none."""
        known = self._by_name.get(hash(likeness_key(name)))
        indexes = known if isinstance(known, list) else () if known is None else (known,)
        for index in indexes:
            if self._records[index] != but and self._is_near(index, point, place):
                return self._records[index]
        return 0

    def _is_near(self, index: int, point: Point | None, place: str) -> bool:
        latitude, longitude = self._latitudes[index], self._longitudes[index]
        if point and latitude != NOWHERE:
            return kilometres(latitude, longitude, point.latitude, point.longitude) < NEAR
        return point is None and bool(place) and self._places.get(index) == place


class KnownNumbers:
    """The numbers of registers that the rows of a file bear."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], int] = {}

    def borne(self, identifiers: list[tuple[str, str]]) -> tuple[str, str] | None:
        """Return the first of these numbers that a row bears already."""
        return next((each for each in identifiers if each in self._rows), None)

    def row_of(self, identifier: tuple[str, str]) -> int:
        """Return the row that bears a number."""
        return self._rows[identifier]

    def add(self, row: int, identifiers: list[tuple[str, str]]) -> None:
        """Note the numbers of a row."""
        for each in identifiers:
            self._rows.setdefault(each, row)
