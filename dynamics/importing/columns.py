"""A column of a file, and what its first values look like."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dynamics.importing.profiles import as_text
from dynamics.importing.readers.rows import Row

# How many of its values, from 0 to 1, tell what a column holds.
MOST = 0.6


@dataclass(frozen=True, slots=True)
class Column:
    """A column and the first values it holds."""

    name: str
    place: int
    values: tuple[str, ...]
    rows: int

    def share(self, pattern: re.Pattern[str]) -> float:
        """Return how many of its values match a pattern, from 0 to 1."""
        return sum(bool(pattern.search(value)) for value in self.values) / max(len(self.values), 1)

    def numbers(self) -> list[float]:
        """Return its values that are numbers."""
        plain = (value.replace(",", ".").strip() for value in self.values)
        return [float(value) for value in plain if re.fullmatch(r"-?\d+(?:\.\d+)?", value)]

    def mostly_between(self, low: float, high: float) -> bool:
        """Tell whether most of its values are numbers between two bounds."""
        numbers = [number for number in self.numbers() if number]
        return (
            bool(numbers)
            and len(numbers) >= MOST * len(self.values)
            and (sum(low <= number <= high for number in numbers) >= MOST * len(numbers))
        )


def columns_of(names: Sequence[str], rows: Iterable[Row]) -> list[Column]:
    """Gather the first values of each column."""
    values: dict[str, list[str]] = {name: [] for name in names}
    count = 0
    for row in rows:
        count += 1
        for name, cell in row.cells.items():
            if text := as_text(cell):
                values.setdefault(name, []).append(text)
    return [
        Column(name, place, tuple(found), count)
        for place, (name, found) in enumerate(values.items())
    ]
