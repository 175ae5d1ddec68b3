"""Imports: rows a second on the database in use, memory that does not grow with the file, rows placed.

The files are synthetic, made here and thrown away; the communes are the real ones. `BENCH_ROWS` changes how long they are.
"""

import csv
import itertools
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from django.db import connection, transaction

from dynamics.directory.models import Tombstone
from dynamics.importing.importer import Importer, understand
from dynamics.importing.models import ImportRun
from dynamics.importing.readers import Options
from dynamics.importing.reports import Report
from dynamics.importing.undoing import undo_records
from portal.territories.models import Commune
from search.models import PendingChange
from tests.bench.memory import peak

FEW, MANY = 1000, int(os.environ.get("BENCH_ROWS", "20000"))
GOALS = {"sqlite": 300, "postgresql": 1000}
MOST_GROWTH = 1.2
LEAST_PLACED = 0.99
PLACES = 5_000
SLUG = "lieu-synthetique"
HEADER = ["id", "nom", "description", "code postal", "commune", "latitude", "longitude", "tags"]


def run() -> list[str]:
    """Print the figures; return the goals that are missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [*speed(folder), *memory(folder), *places(folder)]


def write(path: Path, rows: int, *, with_points: bool = True) -> Path:
    """Write a file of synthetic places, two thirds of them with their own point."""
    communes = itertools.cycle(
        Commune.objects.french()
        .exclude(postcodes="")
        .order_by("slug", "code")
        .values_list("name", "postcodes", "latitude", "longitude")[:6000:3]
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADER)
        for number, (name, postcodes, latitude, longitude) in zip(
            range(rows), communes, strict=False
        ):
            point = (latitude, longitude) if with_points and number % 3 else ("", "")
            text = f"Fiche synthétique {number}, faite pour mesurer. " * 4
            postcode = postcodes.split()[0]
            words = f"mot {number % 40}, synthétique"
            writer.writerow(
                [number, f"Lieu synthétique {number}", text, postcode, name, *point, words]
            )
    return path


def speed(folder: Path) -> list[str]:
    """Import a file for real and undo it: both at the full cost of what the database checks."""
    path = write(folder / "speed.csv", MANY)
    started = time.perf_counter()
    run_, report = really(path)
    rate = MANY / (time.perf_counter() - started)
    noted = PendingChange.objects.count()
    started = time.perf_counter()
    take_back(run_)
    back = MANY / (time.perf_counter() - started)
    forget(run_)
    goal = GOALS[connection.vendor]
    print(
        f"rows a second ({connection.vendor}): {rate:,.0f} (goal {goal}); created {report.figures['created']}; "
        f"left to the index {noted}; undone at {back:,.0f} rows a second"
    )
    return [] if rate >= goal else ["rows a second"]


def really(path: Path) -> tuple[ImportRun, Report]:
    """Import a file as the portal does, but for the index."""
    profile = understand(path, Options()).profile
    profile.source = "bench"
    run_ = ImportRun.objects.create(source="bench", file_name=path.name)
    report = Importer(path, profile, Options(), run=run_).run()
    ImportRun.objects.filter(pk=run_.pk).update(state=ImportRun.State.DONE)
    return ImportRun.objects.get(pk=run_.pk), report


def take_back(run_: ImportRun) -> None:
    """Undo an import."""
    with transaction.atomic():
        outcome = undo_records(run_, by=None)
    assert not outcome["kept"], outcome


def forget(run_: ImportRun) -> None:
    """Leave the database as it was."""
    run_.delete()
    Tombstone.objects.filter(slug__startswith=SLUG).delete()
    PendingChange.objects.all().delete()


def memory(folder: Path) -> list[str]:
    """Compare the peak memory of two imports and of their undoing, each in a process of its own."""
    address = database_for_others(folder)
    peaks = [peak_of(write(folder / f"{rows}.csv", rows), address) for rows in (FEW, MANY)]
    growth = peaks[1] / peaks[0]
    few, many = peaks
    print(
        f"peak memory: {few:.0f} MB for {FEW:,} rows, {many:.0f} MB for {MANY:,}: {growth:.2f} times (goal {MOST_GROWTH})"
    )
    return [] if growth <= MOST_GROWTH else ["memory of an import"]


def database_for_others(folder: Path) -> str:
    """Return the address of this database for another process; one in memory is copied to a file."""
    facts = connection.settings_dict
    if connection.vendor == "sqlite":
        path = folder / "copy.sqlite3"
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
        return f"sqlite:///{path}"
    place = f"{facts['HOST']}:{facts['PORT']}/{facts['NAME']}"
    return f"postgres://{quote(facts['USER'])}:{quote(facts['PASSWORD'])}@{place}"


def peak_of(path: Path, database: str) -> float:
    """Import a file in a fresh process; return its peak memory, in megabytes."""
    program = "import django; django.setup(); from tests.bench.importing import measure_alone; "
    done = subprocess.run(
        [sys.executable, "-c", f"{program} measure_alone({str(path)!r})"],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ
        | {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "portal.settings.test"},
    )
    return float(done.stdout.split()[-1])


def places(folder: Path) -> list[str]:
    """Count the rows with a commune and a postcode that are placed."""
    path = write(folder / "places.csv", PLACES, with_points=False)
    report = _dry(path)
    share = report.figures["located"] / report.figures["rows"]
    print(
        f"placed by name and postcode: {share:.2%} (goal {LEAST_PLACED:.0%}); asked about {len(report.questions)}"
    )
    return [] if share >= LEAST_PLACED else ["rows placed"]


def _dry(path: Path) -> Report:
    profile = understand(path, Options()).profile
    profile.source = "bench"
    return Importer(path, profile, Options()).run()


def measure_alone(path: str) -> None:
    """Import a file, undo it, print the peak of this process; then leave the database as it was."""
    run_, _report = really(Path(path))
    take_back(run_)
    print(peak())
    forget(run_)
