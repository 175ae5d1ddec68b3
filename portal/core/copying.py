"""Inserting thousands of rows: by COPY where the database knows it, by ordinary statements elsewhere.

Measured on PostgreSQL: INSERT costs about twice as much, most of it here, in putting statements together.
"""

import datetime
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, JSONField, Model

# So few rows are one statement rather than two.
FEW = 50
# What the database takes as it is; a field of JSON is another matter, whatever it holds.
PLAIN = frozenset({type(None), str, int, float, bool, datetime.date})


def insert(things: Sequence[Model]) -> None:
    """Insert new things of one model, none of them saved yet; each gets its key. No signal is sent."""
    if not things:
        return
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor == "postgresql" and len(things) > FEW:
        _copy(things, connection)
    else:
        type(things[0])._base_manager.bulk_create(things)


def _copy(things: Sequence[Model], connection: BaseDatabaseWrapper) -> None:
    options = type(things[0])._meta
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in options.concrete_fields)
    writers = [_writer(field, connection) for field in options.concrete_fields]
    # The driver's own errors would not be those that the portal knows.
    with connection.cursor() as cursor, connection.wrap_database_errors:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [options.db_table, options.pk.column, len(things)],
        )
        keys = chain.from_iterable(cursor.fetchall())
        with cursor.copy(f"COPY {quote(options.db_table)} ({columns}) FROM STDIN") as copy:
            for thing, thing.pk in zip(things, keys, strict=True):
                copy.write_row([writer(thing) for writer in writers])
                state = thing._state  # noqa: SLF001 - what Django keeps there says that it is saved
                state.adding, state.db = False, connection.alias


def _writer(field: Field, connection: BaseDatabaseWrapper) -> Callable[[Model], Any]:
    """Return what gives the value of a field as the database takes it."""
    is_json = isinstance(field, JSONField)

    def written(thing: Model) -> Any:
        value = field.pre_save(thing, add=True)
        if type(value) in PLAIN and not is_json:
            return value
        return field.get_db_prep_save(value, connection)

    return written
