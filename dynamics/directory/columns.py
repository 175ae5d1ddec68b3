"""What the rooms above count of each dynamic, one column of the table each (see `looks`)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Column:
    """A count of each dynamic.

    Args:
        label: its name, for people.
        values: how many for each of these keys; those that have none may be left out.
    """

    label: str | Promise
    values: Callable[[Sequence[int]], Mapping[int, int]]


_columns: dict[str, Column] = {}


def register(code: str, column: Column) -> None:
    """Add a column."""
    _columns[code] = column


def columns() -> tuple[Column, ...]:
    """Return the columns, in the order they were registered."""
    return tuple(_columns.values())
