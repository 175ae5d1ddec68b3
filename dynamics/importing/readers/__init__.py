"""From a file to its rows, whatever the file. Nothing here knows Django or the database."""

import re
from pathlib import Path

from dynamics.importing.readers.objects import open_objects
from dynamics.importing.readers.rows import (
    MOST_BYTES,
    KnowsColumn,
    Note,
    Opened,
    Options,
    Row,
    Trouble,
    UnreadableFileError,
)
from dynamics.importing.readers.tables import open_table
from dynamics.importing.readers.workbooks import open_workbook

__all__ = ["Note", "Opened", "Options", "Row", "Trouble", "UnreadableFileError", "open_file"]

WORKBOOK, OLD_WORKBOOK, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
WEB_PAGE = re.compile(rb"<(?:!doctype html|html|head|body|\?php)", re.IGNORECASE)
BEGINNING = 4000
# What may stand before the first letter: byte order marks, spaces, the nulls of UTF-16.
MARKS = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"


def open_file(path: Path, options: Options, *, knows: KnowsColumn) -> Opened:
    """Open a file by what it holds, whatever its name.

    `knows` tells whether a name is one that columns bear.

    Raises:
        UnreadableFileError: it cannot be read, and why.
    """
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableFileError(Trouble.TOO_BIG, str(MOST_BYTES // 1_000_000))
    with path.open("rb") as file:
        beginning = file.read(BEGINNING)
    if beginning.startswith(WORKBOOK):
        return open_workbook(path, options, knows)
    if beginning.startswith(OLD_WORKBOOK):
        raise UnreadableFileError(Trouble.OLD_WORKBOOK)
    if WEB_PAGE.match(beginning.lstrip(MARKS)):
        raise UnreadableFileError(Trouble.WEB_PAGE)
    if beginning.startswith(PDF) or beginning.lstrip(MARKS)[:1] == b"<":
        raise UnreadableFileError(Trouble.UNKNOWN_FORMAT)
    if beginning.lstrip(MARKS)[:1] in (b"{", b"["):
        return open_objects(path, options, knows)
    return open_table(path, options, knows)
