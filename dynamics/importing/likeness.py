"""Records that are the same: one name less than a kilometre away, or one number."""

import re
from functools import lru_cache

from dynamics.importing import notes
from dynamics.importing.checks.coordinates import Point, distance
from portal.territories.names import name_key

# Kilometres.
NEAR = 1.0
# A degree of latitude is nowhere less than 110 kilometres.
NEAR_IN_DEGREES = NEAR / 110
# What people write or leave out: it tells no record from another.
SMALL_WORDS = "le la les l un une de du des d et en a au aux the"
LEGAL_FORMS = (
    "association asso assoc asbl aisbl obnl osbl collectif cooperative coop societe interet "
    "scic scop cae sarl eurl sas sasu sa sci snc gie loi 1901"
)
EMPTY_WORDS = frozenset(f"{SMALL_WORDS} {LEGAL_FORMS}".split())
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def likeness_key(name: str) -> str:
    """Return the words of a name that count, in one order."""
    words = [word for word in _NOT_A_WORD.split(name_key(name)) if word]
    kept = [word for word in words if word not in EMPTY_WORDS]
    return " ".join(sorted(kept or words))


class KnownRows:
    """The identifiers of the rows of a file, and where each came first."""

    def __init__(self) -> None:
        self._notes = notes.table("CREATE TABLE known (id TEXT PRIMARY KEY, row INT) WITHOUT ROWID")

    def first(self, identifier: str, row: int) -> int:
        """Return the first row of that identifier: this one, unless there was one before."""
        self._notes.execute("INSERT OR IGNORE INTO known VALUES (?, ?)", (identifier, row))
        found = self._notes.execute("SELECT row FROM known WHERE id = ?", (identifier,)).fetchone()
        return int(found[0])


class KnownNames:
    """The names that are taken, and where: a directory of any size, and the rows of a file."""

    def __init__(self) -> None:
        self._notes = notes.table(
            "CREATE TABLE known (name INT, latitude REAL, longitude REAL, place TEXT, record INT)",
            "CREATE INDEX by_name ON known (name, latitude, place)",
        )

    def add(self, name: str, point: Point | None, place: str, record: int) -> None:
        """Take a name note of: a positive `record` is in the directory, a negative one is a row."""
        self._notes.execute(
            "INSERT INTO known VALUES (?, ?, ?, ?, ?)",
            (hash(likeness_key(name)), *(point or (None, None)), place, record),
        )

    def find(self, name: str, point: Point | None, place: str) -> int:
        """Return the record of that name less than a kilometre away, or in the same place; 0 if there is none."""
        key = hash(likeness_key(name))
        if point:
            # As many records as one likes may bear a name: only those of this latitude are measured.
            band = (point.latitude - NEAR_IN_DEGREES, point.latitude + NEAR_IN_DEGREES)
            found = self._notes.execute(
                "SELECT record, latitude, longitude FROM known"
                " WHERE name = ? AND latitude BETWEEN ? AND ? ORDER BY rowid",
                (key, *band),
            )
            return next((record for record, *at in found if distance(Point(*at), point) < NEAR), 0)
        if not place:
            return 0
        found = self._notes.execute(
            "SELECT record FROM known WHERE name = ? AND latitude IS NULL AND place = ? ORDER BY rowid",
            (key, place),
        )
        return int(next(found, (0,))[0])


class KnownNumbers:
    """The numbers of registers that the rows of a file bear."""

    def __init__(self) -> None:
        self._notes = notes.table(
            "CREATE TABLE known (scheme TEXT, value TEXT, row INT, PRIMARY KEY (scheme, value)) WITHOUT ROWID"
        )

    def borne(self, identifiers: list[tuple[str, str]]) -> tuple[tuple[str, str], int] | None:
        """Return the first of these numbers that a row bears already, and that row."""
        for each in identifiers:
            sought = "SELECT row FROM known WHERE scheme = ? AND value = ?"
            if found := self._notes.execute(sought, each).fetchone():
                return each, int(found[0])
        return None

    def add(self, row: int, identifiers: list[tuple[str, str]]) -> None:
        """Note the numbers of a row."""
        for scheme, value in identifiers:
            self._notes.execute(
                "INSERT OR IGNORE INTO known VALUES (?, ?, ?)", (scheme, value, row)
            )
