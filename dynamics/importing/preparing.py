"""From rows to candidates: cells put where they belong, read, and placed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dynamics.directory.identifiers import complaint, normalised
from dynamics.importing.candidates import Candidate, candidate_of, derived_id
from dynamics.importing.checks.alignment import SHAPES, WORDY, realigned
from dynamics.importing.checks.findings import ENCODING, Finding
from dynamics.importing.checks.repeated import Repetitions
from dynamics.importing.placing import Placement, Placer
from dynamics.importing.profiles import Profile, as_text
from dynamics.importing.readers.rows import Cell, Opened, Row
from dynamics.importing.readers.tables import EXTRA

TABLES = ("csv", "xlsx")
# Figures of a number whose first zeros a spreadsheet took away.
FIGURES = {"siren": 9, "siret": 14}


@dataclass(slots=True)
class Prepared:
    """A candidate, where it is, and under which identifier its source knows it."""

    candidate: Candidate
    placement: Placement
    source_id: str


class Preparer:
    """Reads the rows of one file."""

    def __init__(self, opened: Opened, profile: Profile, placer: Placer) -> None:
        self.profile = profile
        self._placer = placer
        self._columns = opened.columns
        self._is_table = opened.kind in TABLES
        self._shapes = {
            opened.columns.index(names[0]): target
            for target, names in profile.columns.items()
            if target in SHAPES and names[:1] and names[0] in opened.columns
        }
        self._wordy = [
            opened.columns.index(name)
            for target in WORDY
            for name in profile.columns.get(target, ())
            if name in opened.columns
        ]
        self.repetitions = Repetitions()

    def prepare(self, rows: Iterable[Row]) -> Iterator[Prepared]:
        """Yield each row read and placed."""
        for row in rows:
            cells, findings = self._aligned(row)
            candidate = candidate_of(row.number, cells, self.profile)
            candidate.findings = [*findings, *_about_letters(row), *candidate.findings]
            candidate.identifiers, candidate.wrong_numbers = parted_numbers(candidate.numbers)
            placement = self._placer.place(candidate)
            candidate.findings += placement.findings
            yield Prepared(candidate, placement, candidate.source_id or derived_id(candidate))

    def _aligned(self, row: Row) -> tuple[dict[str, Cell], list[Finding]]:
        if not self._is_table:
            return row.cells, []
        cells = [as_text(row.cells.get(column, "")) for column in self._columns]
        extra = row.cells.get(EXTRA, [])
        cells += extra if isinstance(extra, list) else [extra]
        moved, findings = realigned(
            cells, self._shapes, self._wordy, width=len(self._columns), is_odd=row.is_misaligned
        )
        if not findings or not findings[0].is_fixed:
            return row.cells, findings
        return dict(zip(self._columns, moved, strict=False)), findings


def _about_letters(row: Row) -> list[Finding]:
    return [Finding(ENCODING, "", row.mended[:120], is_fixed=True)] if row.mended else []


def parted_numbers(
    given: Mapping[str, str],
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the numbers that are right, each with its register, then those that are wrong, as they are written.

    A SIRET holds the SIREN: two places of one company are not the same because they share it.
    """
    right, wrong = {}, []
    for scheme, text in given.items():
        plain = normalised(scheme, text.strip("' ").removesuffix(".0"))
        number = plain.zfill(FIGURES.get(scheme, 0))
        if complaint(scheme, number):
            wrong.append((scheme, text))
        else:
            right[scheme] = number
    if right.get("siret", "").startswith(right.get("siren", "-")):
        del right["siren"]
    return sorted(right.items()), wrong
