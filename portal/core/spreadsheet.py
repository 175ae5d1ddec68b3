"""Tables that people open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

# A cell that begins like this is a formula for a spreadsheet, and a formula can do harm.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(value: object) -> object:
    """Return what a cell may hold: text that would be a formula is kept as text by an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def lines(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield the lines of a CSV file (RFC 4180): the names of the columns, then the rows."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(columns)
    for row in rows:
        yield _flushed(buffer)
        writer.writerow([harmless(row.get(column)) for column in columns])
    yield _flushed(buffer)


def _flushed(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
