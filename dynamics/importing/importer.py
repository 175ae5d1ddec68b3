"""A whole import, batch after batch: read, place, judge, write, report. Memory does not grow with the file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dynamics.importing.checks.findings import ENCODING, SWAPPED, Finding
from dynamics.importing.classification import Classifier
from dynamics.importing.guessing import guess, unread
from dynamics.importing.judging import Judge
from dynamics.importing.labels import TARGET_LABELS
from dynamics.importing.models import ImportRun
from dynamics.importing.placing import Placer
from dynamics.importing.preparing import Prepared, Preparer
from dynamics.importing.profiles import Profile
from dynamics.importing.readers import (
    Note,
    Opened,
    Options,
    Trouble,
    UnreadableFileError,
    open_file,
)
from dynamics.importing.readers.objects import SHAPE
from dynamics.importing.reports import Report
from dynamics.importing.sentences import CUT, NOT_PLACED, WRONG_NUMBER, note_of
from dynamics.importing.targets import is_known
from dynamics.importing.writing import write_batch
from portal.core.collecting import keeping_what_is_here
from portal.territories.memory import KnownPlaces

BATCH = 1000
SAMPLE = 300
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a file before anything is imported."""

    kind: str
    columns: list[str]
    profile: Profile
    samples: dict[str, list[str]]
    findings: tuple[Finding, ...]
    has_header: bool


def understand(path: Path, options: Options) -> Understood:
    """Read the beginning of a file and guess what its columns hold.

    Raises:
        UnreadableFileError: it cannot be read.
    """
    opened = open_file(path, options, knows=is_known)
    found = guess(opened.columns, islice(opened.rows, SAMPLE), has_header=opened.has_header)
    findings = list(_about_the_file(opened))
    if found.swapped_axes:
        column = found.profile.columns["latitude"][0]
        findings.append(Finding(SWAPPED, "latitude", column, about=column))
    samples = {name: list(values) for name, values in found.samples.items()}
    return Understood(
        opened.kind, opened.columns, found.profile, samples, tuple(findings), opened.has_header
    )


def _about_the_file(opened: Opened) -> Iterator[Finding]:
    if opened.encoding and not opened.encoding.startswith("utf-8") and opened.encoding != "ascii":
        yield Finding(ENCODING, "", opened.encoding, is_fixed=True, about=opened.encoding)


def check_columns(profile: Profile, columns: list[str]) -> None:
    """Refuse a profile of another file.

    Raises:
        UnreadableFileError: none of the columns it names is there.
    """
    named = {name for names in profile.columns.values() for name in names}
    if named and not named & set(columns):
        raise UnreadableFileError(Trouble.NO_COLUMN, ", ".join(sorted(named)))


def batches(prepared: Iterator[Prepared]) -> Iterator[tuple[Prepared, ...]]:
    """Cut what comes into batches."""
    while batch := tuple(islice(prepared, BATCH)):
        yield batch


class Importer:
    """Imports one file, or says what importing it would do when it has no `run`."""

    def __init__(
        self,
        path: Path,
        profile: Profile,
        options: Options,
        *,
        run: ImportRun | None = None,
        is_conforming: bool = False,
    ) -> None:
        self.report = Report()
        self._path = path
        self._profile = profile
        self._options = options
        self._run = run
        self._is_conforming = is_conforming
        self._classifier = Classifier(profile.type, is_dry=run is None)

    def run(
        self, progress: Progress = lambda _rows: None, *, most_rows: int | None = None
    ) -> Report:
        """Import every row, or the first ones.

        Raises:
            UnreadableFileError: the file cannot be read to its end.
        """
        understood = understand(self._path, self._options)
        check_columns(self._profile, understood.columns)
        for finding in understood.findings:
            self.report.warn(0, finding)
        opened = open_file(self._path, self._options, knows=is_known)
        self._tell_of_the_file(opened, understood)
        preparer = Preparer(opened, self._profile, Placer(KnownPlaces(), self._profile.answers))
        judge = Judge(self._profile.source, self._classifier, self.report)
        with keeping_what_is_here():
            for batch in batches(preparer.prepare(islice(opened.rows, most_rows))):
                self._import(batch, judge, preparer)
                progress(len(batch))
        return self.report

    def _tell_of_the_file(self, opened: Opened, understood: Understood) -> None:
        for note, about in opened.notes:
            self.report.tell(0, "file", note_of(note, about))
        left = [
            name
            for name in unread(self._profile, understood.columns)
            if understood.samples.get(name) and name != SHAPE
        ]
        if left:
            self.report.tell(0, "file", note_of(Note.UNREAD, ", ".join(left)))

    def _import(self, batch: tuple[Prepared, ...], judge: Judge, preparer: Preparer) -> None:
        for each in batch:
            self._tell(each, preparer)
        verdict = judge.judge(batch)
        if self._run and (verdict.creations or verdict.changes):
            write_batch(
                self._run, verdict.creations, verdict.changes, is_conforming=self._is_conforming
            )

    def _tell(self, each: Prepared, preparer: Preparer) -> None:
        """Count a row, and keep what was found in it."""
        candidate = each.candidate
        self.report.count("rows")
        for finding in candidate.findings:
            self.report.warn(candidate.row, finding)
        if candidate.point:
            for row, finding in preparer.repetitions.add(candidate.row, candidate.point):
                self.report.warn(row, finding)
        if candidate.cut:
            fields = ", ".join(
                str(TARGET_LABELS[target]) for target in dict.fromkeys(candidate.cut)
            )
            message = str(CUT % {"fields": fields})
            self.report.tell(candidate.row, "cut", message, name=candidate.name)
        for scheme, number in candidate.wrong_numbers:
            message = str(WRONG_NUMBER % {"scheme": scheme.upper(), "number": number})
            self.report.tell(candidate.row, "number", message, name=candidate.name)
        if candidate.says_something:
            self._count(each)

    def _count(self, each: Prepared) -> None:
        placement = each.placement
        facts = {
            "personal_data_removed": each.candidate.has_personal_data,
            "located": placement.point is not None,
            "approximate": placement.point is not None and placement.is_approximate,
        }
        for name, is_true in facts.items():
            if is_true:
                self.report.count(name)
        if placement.question:
            self.report.ask(each.candidate.row, each.candidate.name, placement.question)
        elif placement.point is None and (place := each.candidate.place_as_written):
            message = str(NOT_PLACED % {"place": place})
            self.report.tell(each.candidate.row, "unplaced", message, name=each.candidate.name)
