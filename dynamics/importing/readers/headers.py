"""Which line of a table names its columns, if any does."""

import re
from collections.abc import Sequence

from dynamics.importing.readers.encodings import MENDED
from dynamics.importing.readers.rows import KnowsColumn

LOOKED_AT = 12
# A name of a column is none of these.
VALUE = re.compile(
    r"@|^https?:|^www\.|^-?\d+([.,]\d+)?$|^\d{2}/\d{2}/\d{4}|^\+?[\d .]{8,}$", re.IGNORECASE
)
# Forms make a column of each question, with its whole text.
LONG, LONGEST = 70, 300


def header_position(rows: Sequence[Sequence[str]], knows: KnowsColumn) -> int | None:
    """Return the place of the line of names; None when the first line is a record already."""
    scores = [sum(map(knows, filter(None, row))) for row in rows[:LOOKED_AT]]
    best = max(range(len(scores)), key=scores.__getitem__, default=0)
    longest = LONGEST if scores and scores[best] > 1 else LONG
    if (
        scores
        and scores[best] >= (1 if best == 0 else 2)
        and _are_names(rows[best], longest=longest)
    ):
        return best
    return 0 if rows and _are_names(rows[0]) and not _alike(rows) else None


def _are_names(row: Sequence[str], *, longest: int = LONG) -> bool:
    """Tell whether these could be names: none is a value, and no two thirds are empty."""
    filled = [cell.strip() for cell in row if cell.strip()]
    return (
        len(filled) * 3 >= len(row)
        and bool(filled)
        and not any(VALUE.search(cell) or len(cell) > longest for cell in filled)
    )


def _alike(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first line has values where the others have: it is one of them."""
    if len(rows) < 2:  # noqa: PLR2004 - a line alone is a record
        return True
    shapes = [[bool(VALUE.search(cell)) for cell in row] for row in rows]
    return not any(any(shape) for shape in shapes[1:])


def column_names(names: Sequence[str]) -> list[str]:
    """Return one name a column: the empty ones are numbered, the repeated ones too."""
    found: list[str] = []
    for place, name in enumerate(names, start=1):
        wanted = (
            " ".join(name.replace("\ufeff", "").replace(MENDED, "").split()) or f"colonne {place}"
        )
        times = sum(1 for other in found if other == wanted or other.startswith(f"{wanted} ("))
        found.append(f"{wanted} ({times + 1})" if times else wanted)
    return found
