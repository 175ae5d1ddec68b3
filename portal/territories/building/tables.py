"""Write the tables of `fixtures/territories/`."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

FRAME = ["latitude", "longitude", "south", "west", "north", "east"]
HEADERS = {
    "regions": ["code", "name", "zone", *FRAME],
    "departments": ["code", "name", "region", *FRAME],
    "epcis": ["code", "name"],
    "communes": ["code", "name", "postcodes", "epci", "latitude", "longitude", "population"],
    "places_abroad": ["code", "name", "province", "latitude", "longitude", "population"],
    "other_names": ["code", "name", "kind", "commune"],
}


def write_table(folder: Path, subject: str, rows: Iterable[Sequence[object]]) -> int:
    """Write one table, sorted so that two builds of the same data are the same bytes."""
    listed = sorted([typeset(cell) for cell in row] for row in rows)
    with (folder / f"{subject}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADERS[subject])
        writer.writerows(listed)
    return len(listed)


def typeset(cell: object) -> str:
    """Write an apostrophe the way French is printed."""
    return str(cell).replace("'", "’")
