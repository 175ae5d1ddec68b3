"""The memory a process has needed at most."""

import resource
from pathlib import Path

STATUS = Path("/proc/self/status")


def peak() -> float:
    """Return the most memory this program has held, in megabytes.

    Trap: on Linux `ru_maxrss` survives `exec`, so that a small child of a large parent shows the
    parent's peak. The kernel also keeps the peak of the program itself (proc(5), VmHWM).
    """
    if not STATUS.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    figure = next(line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(figure) / 1024
