"""Whether changes survive: so many committed while workers and rebuilds are killed, then index and database compared."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.search.durability.raising import is_lossless, raise_storm

CHANGES = int(os.environ.get("BENCH_CHANGES", "10000"))
KILLS, REBUILDS = 20, 3

HEADER = f"{'engine':<16}{'changes':>9}{'workers killed':>16}{'rebuilds killed':>17}{'lost':>7}{'waiting':>9}{'drained again':>15}{'seconds':>9}"


def run() -> list[str]:
    """Print one line per engine there is; return those that lost something."""
    print(HEADER)
    missed = []
    for url in ("", *filter(None, [os.environ.get("TEST_SEARCH_URL")])):
        with tempfile.TemporaryDirectory() as folder:
            left = raise_storm(
                Path(folder), changes=CHANGES, kills=KILLS, rebuilds=REBUILDS, search_url=url
            )
        report(left)
        if not is_lossless(left):
            missed.append(f"durability of {left['engine']}")
    return missed


def report(left: Mapping[str, Any]) -> None:
    """Print what a storm left."""
    print(
        f"{left['engine']:<16}{left['changes']:>9,}{left['killed']:>16}{left['killed_rebuilds']:>17}"
        f"{len(left['differences']):>7}{left['pending']:>9}{left['drained_again']:>15}{left['seconds']:>9}",
        flush=True,
    )
