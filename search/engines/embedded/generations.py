"""The folders of the index: one per generation, and a file CURRENT that names the one in use.

Switching is one rename, so a reader sees the old index or the new one, never something between.
"""

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search.engines.base import EngineBusyError, IndexMissingError
from search.schema import SCHEMA_VERSION

_PREFIX = "g-"
_PAUSE = 0.02


class Generations:
    """The generations kept in one folder."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def current(self) -> Path:
        """Return the folder of the index in use.

        Raises:
            IndexMissingError: there is none, or it was built under another schema.
        """
        try:
            name = self._pointer.read_text(encoding="ascii").strip()
        except OSError:
            name = ""
        if not name.startswith(f"{_PREFIX}{SCHEMA_VERSION}-"):
            msg = f"no index of version {SCHEMA_VERSION} in {self.directory}"
            raise IndexMissingError(msg)
        return self.directory / name

    def create(self) -> Path:
        """Make the folder of a new generation."""
        path = self.directory / f"{_PREFIX}{SCHEMA_VERSION}-{time.time_ns()}"
        path.mkdir(parents=True)
        return path

    def activate(self, path: Path) -> None:
        """Make a generation the one in use, even if the power fails."""
        draft = self.directory / "CURRENT.new"
        with draft.open("w", encoding="ascii") as file:
            file.write(path.name)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._pointer)

    def sweep(self) -> None:
        """Delete the generations that are not in use; readers keep what they have open."""
        try:
            kept = self.current()
        except IndexMissingError:
            kept = None
        for path in self.directory.glob(f"{_PREFIX}*"):
            if path != kept:
                shutil.rmtree(path, ignore_errors=True)

    @contextmanager
    def locked(self, name: str, *, wait: float) -> Iterator[None]:
        """Hold a lock shared by all processes of this machine; it dies with its holder.

        Raises:
            EngineBusyError: somebody else still holds it after `wait` seconds.
        """
        self.directory.mkdir(parents=True, exist_ok=True)
        deadline = time.monotonic() + wait
        with (self.directory / f"{name}.lock").open("a", encoding="ascii") as file:
            while not _taken(file.fileno()):
                if time.monotonic() > deadline:
                    msg = f"another process holds the {name} lock"
                    raise EngineBusyError(msg)
                time.sleep(_PAUSE)
            yield

    @property
    def _pointer(self) -> Path:
        return self.directory / "CURRENT"


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
