"""Rows whose cells have slipped: one too many, one too few, a comma that nobody quoted."""

import re
from collections.abc import Iterator, Mapping, Sequence

from dynamics.importing.checks.findings import MISALIGNED, Finding

NUMBER = re.compile(
    r"^\s*[-+−]?\d[\d \u00a0\u202f]{0,8}(?:[.,]\d+)?(?:[eE][-+]?\d+)?\s*[NSEWO]?\s*$"
    r"|^\s*[NSEWO]\s*\d+(?:[.,]\d+)?\s*$|[°′]",
    re.IGNORECASE,
)
# What a cell of each of these looks like, when it is not empty.
SHAPES: Mapping[str, re.Pattern[str]] = {
    "postcode": re.compile(
        r"^\s*(?:[A-Z]{1,2}[\s-]?)?\d[\d ]{3,5}(?:\.0+)?\s*$|^[A-Z]\d[A-Z] ?\d[A-Z]\d$",
        re.IGNORECASE,
    ),
    "commune_code": re.compile(r"^\s*\d[\dAB]\d{2,3}(?:\.0+)?\s*$", re.IGNORECASE),
    "latitude": NUMBER,
    "longitude": NUMBER,
    "website": re.compile(r"^\s*\S+\.\S+\s*$"),
    "siret": re.compile(r"^[\d\s]{14,18}$"),
    "siren": re.compile(r"^[\d\s]{9,12}$"),
}
# Where a comma that was not quoted most often stands.
WORDY = ("street", "address", "description", "summary", "name")
MOST_CELLS = 60
WHOLE, FRACTION = re.compile(r"^-?\d{1,3}$"), re.compile(r"^\d{1,15}$")

Shapes = Mapping[int, str]


def wrong(cells: Sequence[str], shapes: Shapes) -> int:
    """Count the cells that do not look like what their column holds."""
    return sum(
        1
        for place, target in shapes.items()
        if place < len(cells) and cells[place] and not SHAPES[target].search(cells[place])
    )


def right(cells: Sequence[str], shapes: Shapes) -> int:
    """Count the cells that look like what their column holds."""
    return sum(
        1
        for place, target in shapes.items()
        if place < len(cells) and cells[place] and SHAPES[target].search(cells[place])
    )


def realigned(
    cells: Sequence[str], shapes: Shapes, wordy: Sequence[int], *, width: int, is_odd: bool
) -> tuple[list[str], list[Finding]]:
    """Return the cells of a row where they belong, when exactly one move puts every one of them right.

    `shapes` says what stands at which place, `wordy` where texts with commas stand, the likeliest first;
    `is_odd` tells that the row had too many cells, or too few.
    """
    kept = list(cells)
    faults = wrong(kept, shapes)
    if not (is_odd or faults):
        return kept, []
    shown = " | ".join(cell for cell in kept if cell)[:120]
    if decimals := with_decimals(kept, shapes, extra=len(kept) - width):
        return decimals, [Finding(MISALIGNED, "", shown, is_fixed=True)]
    before = right(kept, shapes)
    found = [
        moved
        for moved in (moves(kept, wordy, width=width) if faults else ())
        if not wrong(moved, shapes) and right(moved, shapes) > before
    ]
    if found:
        best = max(found, key=lambda moved: right(moved, shapes))
        return best, [Finding(MISALIGNED, "", shown, is_fixed=True)]
    if is_odd or faults > 1:
        return kept, [Finding(MISALIGNED, "", shown)]
    return kept, []


def moves(cells: Sequence[str], wordy: Sequence[int], *, width: int) -> Iterator[list[str]]:
    """Yield the ways of putting a row right, the likeliest first."""
    if len(cells) > min(width * 2, MOST_CELLS):
        return
    places = [*wordy, *(place for place in range(width) if place not in wordy)]
    extra = len(cells) - width
    for place in places:
        if extra > 0:
            yield glued(cells, place, extra)
        if place < len(cells) and not cells[place]:
            yield padded([*cells[:place], *cells[place + 1 :]], width)
        if extra <= 0 and not (cells[width - 1 :] and cells[width - 1]):
            yield padded([*cells[:place], "", *cells[place:]], width)


def with_decimals(cells: Sequence[str], shapes: Shapes, *, extra: int) -> list[str]:
    """Put « 50,63,3,06 » together again: two coordinates whose commas separated cells."""
    axes = [place for place, target in shapes.items() if target in ("latitude", "longitude")]
    found: list[str] = []
    rest = list(cells)
    while rest:
        is_cut = len(found) in axes and WHOLE.match(rest[0]) and FRACTION.match(" ".join(rest[1:2]))
        found.append(f"{rest.pop(0)},{rest.pop(0)}" if is_cut else rest.pop(0))
    return found if axes and extra == len(axes) == len(cells) - len(found) else []


def glued(cells: Sequence[str], place: int, extra: int) -> list[str]:
    """Put together the cells that one text was cut into."""
    together = ", ".join(cell for cell in cells[place : place + extra + 1] if cell)
    return [*cells[:place], together, *cells[place + extra + 1 :]]


def padded(cells: Sequence[str], width: int) -> list[str]:
    """Make a row as long as the header."""
    return [*cells[:width], *[""] * (width - len(cells))]
