"""What every reader gives, whatever the file: rows, each with its number and its cells by column."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

Cell = str | list[str]
KnowsColumn = Callable[[str], bool]
# A file is refused past this size: it would not be a directory of dynamics any more.
MOST_BYTES = 50_000_000


class Trouble(StrEnum):
    """Why a file cannot be read."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    BOMB = "bomb"
    OLD_WORKBOOK = "old_workbook"
    UNKNOWN_FORMAT = "unknown_format"
    BROKEN = "broken"
    NO_ROWS = "no_rows"
    NO_SHEET = "no_sheet"
    TAXONOMY = "taxonomy"
    MAPPING = "mapping"
    UNKNOWN_ENCODING = "unknown_encoding"
    NO_COLUMN = "no_column"
    BAD_MAPPING = "bad_mapping"
    NO_TYPE = "no_type"
    UNREACHABLE = "unreachable"
    ARCHIVE = "archive"
    WEB_PAGE = "web_page"
    ANSWER = "answer"


class Note(StrEnum):
    """What must be said of a file that was read."""

    OTHER_SHEETS = "other_sheets"
    PROJECTION = "projection"
    UNREAD = "unread"


class UnreadableFileError(Exception):
    """A file that cannot be read, and why; `about` completes the sentence."""

    def __init__(self, trouble: Trouble, about: str = "") -> None:
        super().__init__(f"{trouble} {about}".strip())
        self.trouble = trouble
        self.about = about


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the number people see beside it, and its cells. `width` is that of a line of a table."""

    number: int
    cells: dict[str, Cell]
    is_misaligned: bool = False
    # A cell whose letters were in another encoding than the rest of the file.
    mended: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """What whoever imports knows better than the reader."""

    encoding: str = ""
    sheet: str = ""
    delimiter: str = ""


@dataclass
class Opened:
    """A file that can be read: its columns, what was understood of it, and its rows, once."""

    kind: str
    columns: list[str]
    rows: Iterator[Row]
    encoding: str = ""
    has_header: bool = True
    # What must be said of it, and what completes the sentence.
    notes: list[tuple[Note, str]] = field(default_factory=list)
