"""How soon what is published is found, by a worker of its own on a real broker; without a broker, it is said and not measured."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.search import MOST_WAIT, line, slow
from tests.browser.server import prepared_data
from tests.portal.deployment.processes import ROOT, environment
from tests.portal.robustness.test_worker import worker

PUBLISHED = 40
PATIENCE = 600  # seconds


def run() -> list[str]:
    """Publish methods one after the other, and wait until each is found."""
    broker = os.environ.get("TEST_BROKER_URL")
    if not broker:
        print("with a worker: TEST_BROKER_URL names no broker, not measured")
        return []
    with tempfile.TemporaryDirectory() as folder:
        waits = _waits(Path(folder), broker)
    name, is_met = line(
        f"with a worker: {len(waits)} things published, indexed and found, p95",
        f"{slow(waits):.2f} s (median {sorted(waits)[len(waits) // 2]:.2f})",
        f"< {MOST_WAIT:g} s",
        is_met=slow(waits) < MOST_WAIT,
    )
    return [] if is_met else [name]


def _waits(folder: Path, broker: str) -> list[float]:
    """Return the seconds each took; the first one is left out, for it waits until the worker is up."""
    said = environment(
        "demo", Path(shutil.copytree(prepared_data(), folder / "data")), CELERY_BROKER_URL=broker
    )
    words = [f"zyxmesure{number}" for number in range(PUBLISHED + 1)]
    with worker(said, folder / "worker.log"):
        outcome = subprocess.run(
            [sys.executable, "-m", "tests.portal.robustness.publisher", *words],
            cwd=ROOT,
            env=dict(said),
            check=True,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    return [float("inf") if wait is None else wait for wait in json.loads(outcome.stdout)[1:]]
