"""Where the subjects tell which data they open: this room knows none of them.

Each subject calls `register` from its `AppConfig.ready()`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from portal.core.freshness import Freshness

Text = str | Promise


@dataclass(frozen=True)
class DataFile:
    """One form of a set of data.

    Args:
        name: what the file is called ("dynamiques.csv").
        label: its format, for people ("CSV").
        media_type: its format, for programs, without parameters.
        write: makes its text, piece by piece, from the rows of the set.
        live: the address that writes the same on demand, if any.
    """

    name: str
    label: str
    media_type: str
    write: Callable[[Iterable[Any]], Iterator[str]]
    live: str = ""


@dataclass(frozen=True)
class Column:
    """One column of a table, in the words of Table Schema."""

    name: str
    type: str = "string"
    description: Text = ""


@dataclass(frozen=True)
class Dataset:
    """One set of data that the portal opens.

    Args:
        code: its name for programs ("dynamics").
        title: its name for people.
        description: what it holds, in a sentence or two.
        keywords: what it is about.
        page: the address where people read the same things.
        rows: its records, given the address of the portal; a few in memory at a time.
        files: the forms it takes.
        freshness: what changes when it does.
        columns: what its table holds.
        rank: its place among the others.
    """

    code: str
    title: Text
    description: Text
    keywords: tuple[Text, ...]
    page: str
    rows: Callable[[str], Iterable[Any]]
    files: tuple[DataFile, ...]
    freshness: Callable[[], Freshness]
    columns: tuple[Column, ...] = ()
    rank: int = 100


_datasets: dict[str, Dataset] = {}


def register(dataset: Dataset) -> None:
    """Open a set of data."""
    _datasets[dataset.code] = dataset


def datasets() -> tuple[Dataset, ...]:
    """Return the sets, in order: what most people come for first."""
    return tuple(sorted(_datasets.values(), key=lambda dataset: (dataset.rank, dataset.code)))


def columns(
    names: Iterable[str], types: dict[str, str], about: dict[str, Text]
) -> tuple[Column, ...]:
    """Describe a table; a column is plain text unless `types` says otherwise."""
    return tuple(Column(name, types.get(name, "string"), about.get(name, "")) for name in names)
