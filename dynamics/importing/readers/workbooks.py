"""Spreadsheets (XLSX): read as a stream, refused when they would unfold into something enormous."""

import datetime
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import openpyxl

from dynamics.importing.readers.headers import column_names, header_position
from dynamics.importing.readers.rows import (
    KnowsColumn,
    Note,
    Opened,
    Options,
    Trouble,
    UnreadableFileError,
)
from dynamics.importing.readers.tables import rows_of

MOST_UNFOLDED = 400_000_000  # bytes
MOST_COLUMNS = 300
# Half of a letter: JSON can write one, nothing can keep it.
HALF = re.compile("[\ud800-\udfff]")
SAMPLE = 30


def refuse_bomb(path: Path) -> None:
    """Refuse an archive that would unfold into more than a memory holds.

    Raises:
        UnreadableFileError: it would, or it is no workbook at all.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise UnreadableFileError(Trouble.BROKEN) from error
    if sum(entry.file_size for entry in entries) > MOST_UNFOLDED:
        raise UnreadableFileError(Trouble.BOMB)
    if not any(entry.filename.startswith("xl/") for entry in entries):
        raise UnreadableFileError(Trouble.ARCHIVE)


def open_workbook(path: Path, options: Options, knows: KnowsColumn) -> Opened:
    """Read one sheet of a workbook.

    Raises:
        UnreadableFileError: it is broken, enormous or empty, or has no such sheet.
    """
    refuse_bomb(path)
    try:
        # Given a path, the library judges by the end of its name: the copies that are kept have none.
        content = io.BytesIO(path.read_bytes())
        book = openpyxl.load_workbook(content, read_only=True, data_only=True, keep_links=False)
        sheet, others = _sheet(book, options.sheet, knows)
        sample = [row for row in islice(_lines(sheet), SAMPLE) if any(row)]
    except UnreadableFileError:
        raise
    # The library raises whatever it meets in a broken file: there is no list of it.
    except Exception as error:
        raise UnreadableFileError(Trouble.BROKEN) from error
    if not sample:
        raise UnreadableFileError(Trouble.EMPTY)
    position = header_position(sample, knows)
    if position is not None and len(sample) < SAMPLE and position == len(sample) - 1:
        raise UnreadableFileError(Trouble.NO_ROWS)
    width = max(map(len, sample))
    names = list(sample[position]) if position is not None else []
    columns = column_names((names + [""] * width)[:width])
    skipped = -1 if position is None else position
    rows = rows_of(_lines(sheet), columns, skipped=skipped, is_ragged=True)
    notes = [(Note.OTHER_SHEETS, ", ".join(others))] if others else []
    return Opened("xlsx", columns, rows, has_header=position is not None, notes=notes)


def _sheet(book: Any, name: str, knows: KnowsColumn) -> tuple[Any, list[str]]:
    """Return the sheet asked for, or else the one whose columns are best known; name the others that hold something."""
    if name and name not in book.sheetnames:
        raise UnreadableFileError(Trouble.NO_SHEET, ", ".join(book.sheetnames))
    if name:
        return book[name], []
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    samples = {sheet: list(islice(_lines(sheet), SAMPLE)) for sheet in sheets}
    filled = [sheet for sheet in sheets if any(map(any, samples[sheet]))]
    if not filled:
        return (sheets or book.worksheets)[0], []
    best = max(filled, key=lambda sheet: _likeness_to_a_table(samples[sheet], knows))
    return best, [sheet.title for sheet in filled if sheet is not best]


def _likeness_to_a_table(lines: Sequence[Sequence[str]], knows: KnowsColumn) -> tuple[int, int]:
    """Count the columns of known names of the best line, then the lines that hold more than a title."""
    named = max((sum(map(knows, filter(None, line))) for line in lines), default=0)
    return named, sum(1 for line in lines if len(line) > 1)


def _lines(sheet: Any) -> Iterator[Sequence[str]]:
    sheet.reset_dimensions()
    for cells in sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS):
        yield _trimmed([text_of(cell) for cell in cells])


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def text_of(value: object) -> str:
    """Return what a cell shows: "4800" for 4800.0, "2024-05-03" for a date."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    text = str(value).replace("\0", "").replace("_x000D_", "\n").strip()
    return HALF.sub("\ufffd", text)
