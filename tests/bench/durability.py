"""Whether changes survive: so many committed while workers, rebuilds and the server itself are killed, then index and database compared.

The server is only restarted when it is one of ours: SEARCH_FOLDER is where `.ci/elasticsearch` keeps its files.
"""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from tests.search.durability.raising import Strength, is_lossless, raise_storm

BEGUN = "begun"
CHANGES = int(os.environ.get("BENCH_CHANGES", "10000"))
KILLS, REBUILDS, RESTARTS = 20, 3, 3
# Seconds between two deaths of the server: it takes ten to come back.
CALM = 5.0

HEADER = (
    f"{'engine':<16}{'changes':>9}{'workers killed':>16}{'rebuilds killed':>17}{'server killed':>15}"
    f"{'lost':>7}{'waiting':>9}{'drained again':>15}{'seconds':>9}"
)


def run() -> list[str]:
    """Print one line per engine there is; return those that lost something."""
    print(HEADER)
    url = os.environ.get("TEST_SEARCH_URL", "")
    return [*_measured(""), *(_measured(url) if url else ())]


def _measured(url: str) -> list[str]:
    folder = os.environ.get("SEARCH_FOLDER", "") if url else ""
    if url and not folder:
        print("SEARCH_FOLDER names no server of ours: it is not restarted")
    with tempfile.TemporaryDirectory() as data:
        server = Server(Path(folder), urlsplit(url).port or 0, Path(data) / BEGUN)
        left = raise_storm(
            Path(data),
            Strength(CHANGES, KILLS, REBUILDS),
            search_url=url,
            meanwhile=server.die_and_come_back if folder else lambda _is_over: None,
        )
    report(left, server.deaths)
    is_enough = not folder or server.deaths >= RESTARTS
    return [] if is_lossless(left) and is_enough else [f"durability of {left['engine']}"]


class Server:
    """A server that `.ci/elasticsearch` started, killed as by a power cut and started again."""

    def __init__(self, folder: Path, port: int, begun: Path) -> None:
        self._folder, self._port, self._begun = folder, port, begun
        self.deaths = 0

    def die_and_come_back(self, is_over: Event) -> None:
        """Do it as often as asked once the first index is there, until it is over."""
        while not self._begun.exists() and not is_over.wait(0.1):
            pass
        while self.deaths < RESTARTS and not is_over.wait(CALM):
            kill(int((self._folder / "pid").read_text()))
            self.deaths += 1
            subprocess.run(
                [settings.BASE_DIR / ".ci/elasticsearch", "start", self._folder, str(self._port)],
                check=True,
                stdout=subprocess.DEVNULL,
            )


def kill(process: int) -> None:
    """End a process that is not a child of ours, and wait until it is gone."""
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
        while True:
            time.sleep(0.1)
            os.kill(process, 0)


def report(left: Mapping[str, Any], deaths: int) -> None:
    """Print what a storm left."""
    print(
        f"{left['engine']:<16}{left['changes']:>9,}{left['killed']:>16}{left['killed_rebuilds']:>17}{deaths:>15}"
        f"{len(left['differences']):>7}{left['pending']:>9}{left['drained_again']:>15}{left['seconds']:>9}",
        flush=True,
    )
