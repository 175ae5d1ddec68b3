"""Fill the territories from `fixtures/territories/`, as often as one likes."""

import csv
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Model

from portal.territories.models import Commune, Department, Epci, LoadedFile, OtherName, Region
from portal.territories.names import department_code, name_key

FOLDER = settings.BASE_DIR / "fixtures" / "territories"
BATCH = 2000
FRAME = ("latitude", "longitude", "south", "west", "north", "east")

Row = Mapping[str, str]


def load(folder: Path = FOLDER) -> int:
    """Load the files that changed since last time; return how many rows were written."""
    return sum(load_each(folder).values())


def load_each(folder: Path = FOLDER) -> dict[str, int]:
    """Load the same, and return how many rows of each file were written."""
    known = dict(LoadedFile.objects.values_list("name", "checksum"))
    return {name: load_file(folder / name, known.get(name)) for name in FILES}


def load_file(path: Path, known_checksum: str | None) -> int:
    """Load one file, unless its checksum is the one already known."""
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    if checksum == known_checksum:
        return 0
    with transaction.atomic():
        written = FILES[path.name](rows_of(path))
        LoadedFile.objects.update_or_create(name=path.name, defaults={"checksum": checksum})
    return written


def rows_of(path: Path) -> Iterator[Row]:
    """Read one table."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def upsert(model: type[Model], records: Iterable[Mapping[str, object]]) -> int:
    """Create what is new and correct what changed. What disappeared may be pointed at: it stays."""
    listed = list(records)
    model.objects.bulk_create(
        [model(**record) for record in listed],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=[name for name in listed[0] if name != "code"],
    )
    return len(listed)


def named(row: Row) -> dict[str, object]:
    """Read what every territory has."""
    return {"code": row["code"], "name": row["name"], "slug": name_key(row["name"])}


def framed(row: Row) -> dict[str, object]:
    """Read a territory with its label point and its frame."""
    return named(row) | {name: float(row[name]) for name in FRAME}


def placed(row: Row) -> dict[str, object]:
    """Read what a commune and a place abroad have in common."""
    return named(row) | {
        "latitude": float(row["latitude"]),
        "longitude": float(row["longitude"]),
        "population": int(row["population"]),
    }


def write_regions(rows: Iterable[Row]) -> int:
    """Load `regions.csv`."""
    return upsert(Region, (framed(row) | {"zone": row["zone"]} for row in rows))


def write_departments(rows: Iterable[Row]) -> int:
    """Load `departments.csv`."""
    return upsert(Department, (framed(row) | {"region_id": row["region"]} for row in rows))


def write_epcis(rows: Iterable[Row]) -> int:
    """Load `epcis.csv`."""
    return upsert(Epci, map(named, rows))


def write_communes(rows: Iterable[Row]) -> int:
    """Load `communes.csv`."""
    return upsert(Commune, map(french_commune, rows))


def french_commune(row: Row) -> dict[str, object]:
    """Read one line of `communes.csv`."""
    return placed(row) | {
        "department_id": department_code(row["code"]),
        "epci_id": row["epci"] or None,
        "postcodes": row["postcodes"],
    }


def write_places_abroad(rows: Iterable[Row]) -> int:
    """Load `places_abroad.csv`, whose codes begin with the country."""
    return upsert(
        Commune,
        (placed(row) | {"country": row["code"][:2], "province": row["province"]} for row in rows),
    )


def write_other_names(rows: Iterable[Row]) -> int:
    """Load `other_names.csv`, which nothing points at: it is written anew."""
    OtherName.objects.all().delete()
    names = [OtherName(**named(row), kind=row["kind"], commune_id=row["commune"]) for row in rows]
    return len(OtherName.objects.bulk_create(names, batch_size=BATCH))


FILES = {
    "regions.csv": write_regions,
    "departments.csv": write_departments,
    "epcis.csv": write_epcis,
    "communes.csv": write_communes,
    "places_abroad.csv": write_places_abroad,
    "other_names.csv": write_other_names,
}
