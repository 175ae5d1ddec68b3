"""Several people writing at once, on the database that comes with the portal."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from django.db import connections, transaction

from tests.portal.deployment.processes import read_settings

WRITERS, TIMES = 8, 20


@pytest.fixture
def database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """A SQLite file set as the portal's own, with one counter."""
    said = {"DATA_DIR": str(tmp_path)}
    own = read_settings("demo", said, monkeypatch).DATABASES["default"]
    configured = connections.configure_settings({"default": {}, "counted": own})
    monkeypatch.setitem(connections.databases, "counted", configured["counted"])
    with django_db_blocker.unblock():
        with connections["counted"].cursor() as cursor:
            cursor.execute("CREATE TABLE counter (value integer)")
            cursor.execute("INSERT INTO counter VALUES (0)")
        yield "counted"
        connections["counted"].close()
        del connections["counted"]


def count(database: str) -> None:
    """Read, then write what follows from it, many times."""
    for _ in range(TIMES):
        with transaction.atomic(using=database), connections[database].cursor() as cursor:
            cursor.execute("SELECT value FROM counter")
            (value,) = cursor.fetchone()
            cursor.execute("UPDATE counter SET value = %s", [value + 1])
    connections[database].close()


def test_eight_writers_lose_nothing_and_none_is_turned_away(database):
    with ThreadPoolExecutor(max_workers=WRITERS) as writers:
        futures = [writers.submit(count, database) for _ in range(WRITERS)]

    assert [future.exception() for future in futures] == [None] * WRITERS
    with connections[database].cursor() as cursor:
        cursor.execute("SELECT value FROM counter")
        assert cursor.fetchone() == (WRITERS * TIMES,)


def test_readers_do_not_wait_for_a_writer(database):
    def read() -> int:
        with connections[database].cursor() as cursor:
            cursor.execute("SELECT value FROM counter")
            (value,) = cursor.fetchone()
        connections[database].close()
        return value

    with transaction.atomic(using=database), connections[database].cursor() as cursor:
        cursor.execute("UPDATE counter SET value = 7")
        with ThreadPoolExecutor(max_workers=1) as reader:
            assert reader.submit(read).result(timeout=10) == 0
