"""How far a long command is: a bar for whoever watches, a line now and then for a log."""

import time
from typing import TextIO

_WIDTH = 30
# Seconds between two lines of a log.
_SELDOM = 10.0


class ProgressBar:
    """Counts what is done out of a total, and how quickly."""

    def __init__(self, output: TextIO, total: int) -> None:
        self._output = output
        self._is_watched = output.isatty()
        self._total = total
        self._done = 0
        self._began = self._said_at = time.monotonic()

    def advance(self, count: int) -> None:
        """Count what was just done, and show it."""
        self._done += count
        now = time.monotonic()
        if self._is_watched:
            self._output.write(f"\r{self._bar()} {self._figures(now)}")
            self._output.flush()
        elif now - self._said_at >= _SELDOM:
            self._said_at = now
            self._output.write(f"{self._figures(now)}\n")

    def close(self) -> None:
        """Leave the line of the bar."""
        if self._is_watched and self._done:
            self._output.write("\n")

    def _bar(self) -> str:
        # What came meanwhile may make more than was counted at first.
        full = min(_WIDTH, _WIDTH * self._done // max(1, self._total))
        return f"[{'#' * full}{'.' * (_WIDTH - full)}]"

    def _figures(self, now: float) -> str:
        rate = self._done / max(now - self._began, 0.001)
        return f"{self._done:,} / {self._total:,} documents, {rate:,.0f}/s"
