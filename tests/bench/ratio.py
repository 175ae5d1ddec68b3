"""How many times dearer one thing is than another, on a machine whose speed drifts.

Both are run in one process, interleaved A B B A, and timed by the processor's clock: milliseconds move by half from
one run to the next, the ratio of medians by a few hundredths.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

BLOCKS = 8
RUNS = 20
# Past this spread of the floor itself, the machine is too busy for the figure to mean anything.
STEADY = 1.7


@dataclass(frozen=True)
class Ratio:
    """A ratio of processor times, and how much it moved from block to block."""

    median: float
    lowest: float
    highest: float
    milliseconds: float
    is_steady: bool


def timed(action: Callable[[], object], runs: int) -> float:
    """Return the median processor time of one run, in seconds."""
    times = []
    for _run in range(runs):
        started = time.process_time()
        action()
        times.append(time.process_time() - started)
    return statistics.median(times)


def measure(
    subject: Callable[[], object],
    floor: Callable[[], object],
    *,
    blocks: int = BLOCKS,
    runs: int = RUNS,
) -> Ratio:
    """Return how many times dearer `subject` is than `floor`."""
    subject(), floor()
    ratios, floors, subjects = [], [], []
    for _block in range(blocks):
        first = timed(subject, runs // 2)
        low = timed(floor, runs)
        second = timed(subject, runs // 2)
        ratios.append(statistics.mean((first, second)) / low)
        floors.append(low)
        subjects += [first, second]
    return Ratio(
        median=statistics.median(ratios),
        lowest=min(ratios),
        highest=max(ratios),
        milliseconds=statistics.median(subjects) * 1000,
        is_steady=max(floors) / min(floors) <= STEADY,
    )
