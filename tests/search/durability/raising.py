"""Raising a storm in a process of its own, on a copy of the database of the moment."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from typing import Any, NamedTuple

from django.db import connection
from django.db.backends.sqlite3._functions import register as register_functions

from tests.portal.deployment.processes import ROOT, environment

PATIENCE = 1800  # seconds


class Strength(NamedTuple):
    """How many changes, how many workers killed, how many rebuilds killed."""

    changes: int
    kills: int
    rebuilds: int


def database_url(folder: Path) -> str:
    """Return where another process finds this database: a copy of it when it only is in memory."""
    if connection.vendor == "sqlite":
        copy = folder / "storm.sqlite3"
        connection.ensure_connection()
        with closing(sqlite3.connect(copy)) as target:
            # Constraints are written with functions that Django brings.
            register_functions(target)
            if connection.in_atomic_block:
                # SQLite makes no backup from within a transaction, where tests are.
                target.executescript("\n".join(connection.connection.iterdump()))
            else:
                connection.connection.backup(target)
        return f"sqlite:///{copy}"
    said = connection.settings_dict
    place = f"{said['HOST']}:{said['PORT']}" if said["PORT"] else said["HOST"]
    password = f":{said['PASSWORD']}" if said["PASSWORD"] else ""
    return f"postgres://{said['USER']}{password}@{place}/{said['NAME']}"


def raise_storm(
    folder: Path,
    strength: Strength,
    *,
    search_url: str = "",
    meanwhile: Callable[[Event], None] = lambda _is_over: None,
) -> Mapping[str, Any]:
    """Raise a storm and return what it left; `meanwhile` is done beside it, until it is over.

    Raises:
        RuntimeError: the storm itself failed; its message says what it wrote.
    """
    said = {"DATABASE_URL": database_url(folder)}
    if search_url:
        said |= {"SEARCH_URL": search_url, "SEARCH_PREFIX": f"storm-{os.getpid()}"}
    is_over = Event()
    beside = Thread(target=meanwhile, args=[is_over])
    beside.start()
    try:
        outcome = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.search.durability.storm",
                *map(str, strength),
            ],
            cwd=ROOT,
            env=environment("demo", folder, **said),
            check=False,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    finally:
        is_over.set()
        beside.join()
    if outcome.returncode or not outcome.stdout:
        raise RuntimeError(outcome.stderr)
    return json.loads(outcome.stdout)


def is_lossless(left: Mapping[str, Any]) -> bool:
    """Tell whether a storm left the index as the database, and nothing to do."""
    return not (left["differences"] or left["pending"] or left["drained_again"])
