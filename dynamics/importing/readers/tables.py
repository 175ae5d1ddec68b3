"""Text with delimiters: any encoding, any delimiter, with or without a header, quotes broken or not."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from math import log
from pathlib import Path

from dynamics.importing.readers.encodings import MENDED, MIXED, encoding_of
from dynamics.importing.readers.headers import column_names, header_position
from dynamics.importing.readers.rows import (
    KnowsColumn,
    Opened,
    Options,
    Row,
    Trouble,
    UnreadableFileError,
)

DELIMITERS = ",;\t|"
SAMPLE_LINES = 80
# No text of a cell is longer: past it, a quote was left open.
MOST_LINES_OF_A_CELL = 60
ENTITY_CUT = re.compile(r"&(?:#\d{2,5}|#x[0-9a-f]{2,4}|[a-z]{2,8})$", re.IGNORECASE)


class _NeverClosedError(Exception):
    """A quote was opened and never closed."""


class Lines:
    """The lines of a file, which can be given back."""

    def __init__(self, path: Path, encoding: str) -> None:
        self._lines = _lines_of(path, encoding)
        self._back: list[str] = []
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.taken) > MOST_LINES_OF_A_CELL:
            raise _NeverClosedError
        line = self._back.pop() if self._back else next(self._lines)
        self.taken.append(line)
        return line

    def keep_one(self) -> str:
        """Keep the first line taken, give the others back."""
        first, *others = self.taken
        self._back += reversed(others)
        return first


def _lines_of(path: Path, encoding: str) -> Iterator[str]:
    with path.open(encoding=encoding, errors=MIXED, newline="") as file:
        for number, line in enumerate(file):
            if number == 0 and line.lower().startswith("sep="):
                continue
            yield line.replace("\0", "")


def delimiter_of(lines: Sequence[str]) -> str:
    """Return the delimiter that cuts the most lines into the same, greatest number of cells."""

    def score(delimiter: str) -> float:
        widths = Counter(len(cells) for cells in _cut(lines, delimiter))
        width, times = max(widths.items(), key=lambda item: item[1] * log(item[0] + 0.001))
        return times / max(sum(widths.values()), 1) * log(width + 0.001)

    return max(DELIMITERS, key=score)


def _cut(lines: Sequence[str], delimiter: str) -> list[list[str]]:
    try:
        return [row for row in csv.reader(lines, delimiter=delimiter) if any(row)] or [[]]
    except csv.Error:
        return [line.split(delimiter) for line in lines]


def records(lines: Lines, delimiter: str, width: int) -> Iterator[list[str]]:
    """Yield the cells of each record; a quote that is never closed spoils one line, not the rest."""
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        lines.taken = []
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (_NeverClosedError, csv.Error):
            reader = csv.reader(lines, delimiter=delimiter)
            cells = plain_cells(lines.keep_one(), delimiter)
        else:
            if len(lines.taken) > 1 and width and len(cells) != width:
                cells = plain_cells(lines.keep_one(), delimiter)
        if delimiter == ";" and width and len(cells) > width:
            cells = with_whole_entities(cells)
        yield [cell.strip() for cell in cells]


def with_whole_entities(cells: Sequence[str]) -> list[str]:
    """Put « L&#39;Atelier » together again: its semicolon separates nothing."""
    found: list[str] = []
    for cell in cells:
        if found and ENTITY_CUT.search(found[-1]):
            found[-1] += f";{cell}"
        else:
            found.append(cell)
    return found


def plain_cells(line: str, delimiter: str) -> list[str]:
    """Cut a line whose quotes mean nothing."""
    return [cell.strip().strip('"') for cell in line.rstrip("\r\n").split(delimiter)]


def open_table(path: Path, options: Options, knows: KnowsColumn) -> Opened:
    """Read a text file as a table.

    Raises:
        UnreadableFileError: there is nothing to read.
    """
    encoding = encoding_of(path, options.encoding)
    sample = list(islice(_lines_of(path, encoding), SAMPLE_LINES))
    if not any(line.strip() for line in sample):
        raise UnreadableFileError(Trouble.EMPTY)
    if _is_no_text("".join(sample)):
        raise UnreadableFileError(Trouble.UNKNOWN_FORMAT)
    delimiter = options.delimiter or delimiter_of(sample)
    firsts = _cut(sample, delimiter)
    width = Counter(map(len, firsts)).most_common(1)[0][0]
    position = header_position(firsts, knows)
    if _holds_nothing(firsts, position, is_whole=len(sample) < SAMPLE_LINES):
        raise UnreadableFileError(Trouble.NO_ROWS)
    columns = column_names(firsts[position] if position is not None else [""] * width)
    found = records(Lines(path, encoding), delimiter, len(columns))
    short = sum(1 for row in firsts if len(row) < len(columns))
    rows = rows_of(
        found,
        columns,
        skipped=-1 if position is None else position,
        is_ragged=short * 10 > len(firsts),
    )
    return Opened("csv", columns, rows, encoding, has_header=position is not None)


def _holds_nothing(rows: Sequence[Sequence[str]], header: int | None, *, is_whole: bool) -> bool:
    """Tell whether there is a header and nothing below, or one word and nothing else."""
    is_a_word = header is None and len(rows) == 1 and len(list(filter(None, rows[0]))) == 1
    return is_whole and (is_a_word or (header is not None and len(rows) == header + 1))


def _is_no_text(sample: str) -> bool:
    """Recognise an image, a program, an archive: a text has no control characters, or hardly any."""
    odd = sum(1 for letter in sample if letter < " " and letter not in "\t\r\n\f\v")
    return odd * 20 > len(sample)


def rows_of(
    found: Iterator[Sequence[str]], columns: Sequence[str], *, skipped: int, is_ragged: bool
) -> Iterator[Row]:
    """Yield the rows below the header; empty lines are none, but they count in the numbers.

    A table is ragged when its rows end with their last value: a short one is then no fault.
    """
    seen = -1
    for number, cells in enumerate(found, start=1):
        if not any(cells):
            continue
        seen += 1
        if seen <= skipped or list(cells) == list(columns):
            continue
        is_short = len(cells) < len(columns) and not is_ragged
        yield row_of(number, cells, columns, is_short=is_short)


def row_of(number: int, cells: Sequence[str], columns: Sequence[str], *, is_short: bool) -> Row:
    """Put cells under their columns; tell when there are too many or too few."""
    mended = next((cell.replace(MENDED, "") for cell in cells if MENDED in cell), "")
    if mended:
        cells = [cell.replace(MENDED, "") for cell in cells]
    extra = [cell for cell in cells[len(columns) :] if cell]
    values: dict[str, str | list[str]] = {
        column: cells[place] if place < len(cells) else "" for place, column in enumerate(columns)
    }
    if extra:
        values[EXTRA] = list(extra)
    return Row(number, values, is_misaligned=bool(extra) or is_short, mended=mended)


# Where the cells go that stand to the right of the last column.
EXTRA = "…"
