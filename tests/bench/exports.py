"""What exports cost: the memory they need as records grow, each measured in a process of its own, and their time.

The records are synthetic (see `synthetic.py`), in a throw-away SQLite file. `BENCH_RECORDS` changes how many.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

FEW = 1_000
MANY = int(os.environ.get("BENCH_RECORDS", "100000"))
GOAL = 1.2
FORMATS = ("csv", "geojson", "jsonld")
HEADER = (
    f"{'export':<10}{'records':>10}{'peak MB':>10}{'ratio':>8}{'MB sent':>10}{'ms / 1,000':>12}"
)
LEGEND = f"Peak: the memory of a fresh process that reads the whole export; goal: under {GOAL:g} times that of {FEW:,} records."

# Reads one export through the whole portal, block after block, and says what it took.
READER = """
import json, sys, time
import django
django.setup()
from django.test import Client
from tests.bench.memory import peak
started = time.process_time()
response = Client(HTTP_HOST="localhost").get("/api/v1/dynamics." + sys.argv[1])
assert response.status_code == 200, response.status_code
blocks = response.streaming_content if response.streaming else [response.content]
size = sum(len(block) for block in blocks)
seconds = time.process_time() - started
print(json.dumps({"peak": peak(), "size": size, "seconds": seconds}))
"""
# Fills a database with so many records.
WRITER = """
import sys
import django
django.setup()
from django.core.management import call_command
from tests.bench import synthetic
if sys.argv[1] == "0":
    call_command("migrate", verbosity=0)
    call_command("load_content", verbosity=0)
synthetic.make_records(int(sys.argv[2]), first=int(sys.argv[1]))
"""


@dataclass(frozen=True)
class Cost:
    """What one export took."""

    peak: float
    size: int
    seconds: float


def run() -> list[str]:
    """Print the table; return the exports whose memory grows with the records."""
    print(HEADER)
    with tempfile.TemporaryDirectory() as folder:
        _in_a_process(folder, WRITER, "0", str(FEW))
        few = {name: _cost(folder, name) for name in FORMATS}
        _in_a_process(folder, WRITER, str(FEW), str(MANY - FEW))
        many = {name: _cost(folder, name) for name in FORMATS}
    missed = []
    for name in FORMATS:
        ratio = many[name].peak / few[name].peak
        _print(name, FEW, few[name], "")
        _print(name, MANY, many[name], f"{ratio:.2f}")
        if ratio >= GOAL:
            missed.append(f"memory of {name}")
    print(LEGEND)
    return missed


def _print(name: str, count: int, cost: Cost, ratio: str) -> None:
    milliseconds = cost.seconds * 1e6 / count
    print(
        f"{name:<10}{count:>10,}{cost.peak:>10.1f}{ratio:>8}"
        f"{cost.size / 1e6:>10.1f}{milliseconds:>12.0f}",
        flush=True,
    )


def _cost(folder: str, name: str) -> Cost:
    return Cost(**json.loads(_in_a_process(folder, READER, name).splitlines()[-1]))


def _in_a_process(folder: str, code: str, *arguments: str) -> str:
    environment = os.environ | {
        "DATA_DIR": folder,
        "DATABASE_URL": f"sqlite:///{Path(folder) / 'bench.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
    }
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout
