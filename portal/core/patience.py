"""Waiting less than usual for the database, for what is not worth a visitor's time."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

SQLITE_DEFAULT = 5.0  # seconds, Python's own


@contextmanager
def impatient(milliseconds: int) -> Iterator[None]:
    """Give up sooner than usual when somebody else is writing (SQLite has one writer at a time)."""
    if connection.vendor != "sqlite":
        yield
        return
    usual = connection.settings_dict["OPTIONS"].get("timeout", SQLITE_DEFAULT)
    _wait_at_most(milliseconds)
    try:
        yield
    finally:
        _wait_at_most(int(usual * 1_000))


def _wait_at_most(milliseconds: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds:d}")
