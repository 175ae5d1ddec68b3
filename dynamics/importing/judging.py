"""What becomes of each row of a batch: a record to make, to change, or nothing and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dynamics.directory.models import Dynamic
from dynamics.importing import sentences
from dynamics.importing.checks.coordinates import distance
from dynamics.importing.classification import Classifier
from dynamics.importing.directory import (
    addresses_of,
    known_names,
    records_of,
    records_with_numbers,
)
from dynamics.importing.likeness import NEAR, KnownNumbers, KnownRows
from dynamics.importing.preparing import Prepared
from dynamics.importing.records import Known, difference, values_of_row
from dynamics.importing.reports import Report
from dynamics.importing.writing import Change, Creation, Origin


@dataclass
class Verdict:
    """What to write for a batch."""

    creations: list[Creation] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    # Rows that the directory has already, and which record that is.
    twins: list[tuple[Prepared, int, str]] = field(default_factory=list)


class Judge:
    """Compares rows with one another and with the directory; remembers those it has seen."""

    def __init__(self, source: str, classifier: Classifier, report: Report) -> None:
        self._source = source
        self._classifier = classifier
        self._report = report
        self._names = known_names()
        self._numbers = KnownNumbers()
        self._rows = KnownRows()

    def judge(self, batch: Sequence[Prepared]) -> Verdict:
        """Decide for every row of a batch."""
        named = [each for each in batch if self._has_name(each)]
        known = records_of(self._source, {each.source_id for each in named})
        bearing = records_with_numbers(named)
        verdict = Verdict()
        for each in named:
            if not self._is_first(each):
                continue
            if record := known.get(each.source_id):
                self._update(each, record, verdict)
            elif not self._is_twin(each, bearing, verdict):
                self._create(each, verdict)
        self._tell_twins(verdict)
        return verdict

    def _has_name(self, each: Prepared) -> bool:
        if each.candidate.says_something:
            return True
        self._report.count("rejected")
        message = sentences.TOTAL if each.candidate.name else sentences.NO_NAME
        self._report.tell(each.candidate.row, "rejected", str(message), name=each.candidate.name)
        return False

    def _is_first(self, each: Prepared) -> bool:
        """Tell whether no row before had the same identifier."""
        row = each.candidate.row
        before = self._rows.first(each.source_id, row)
        if before == row:
            return True
        message = sentences.SAME_ID if each.candidate.source_id else sentences.SAME_ROW
        values = {"row": before, "id": each.source_id}
        self._duplicate(each, str(message % values), twin_row=before)
        return False

    def _update(self, each: Prepared, record: Known, verdict: Verdict) -> None:
        row, name = each.candidate.row, record.dynamic.name
        address = record.dynamic.get_absolute_url()
        self._numbers.add(row, each.candidate.identifiers)
        if record.dynamic.has_unpublished_changes:
            self._report.count("unchanged")
            self._report.count("conflicts")
            self._report.tell(row, "conflict", str(sentences.DRAFT), name=name, url=address)
            return
        found = difference(record.values, record.written, values_of_row(each, self._classifier))
        if found.conflicts:
            self._report.count("conflicts")
            message = str(sentences.CONFLICT % {"fields": labels_of(found.conflicts)})
            self._report.tell(row, "conflict", message, name=name, url=address)
        self._report.count("updated" if found.changes else "unchanged")
        if found.changes:
            verdict.changes.append(Change(record, found.changes, origin_of(each)))

    def _is_twin(
        self, each: Prepared, bearing: dict[tuple[str, str], int], verdict: Verdict
    ) -> bool:
        """Tell whether the directory, or a row before, has it already under another identifier."""
        candidate, placement = each.candidate, each.placement
        shared = next((one for one in candidate.identifiers if one in bearing), None)
        if shared:
            message = str(sentences.KNOWN_NUMBER % {"number": written(shared)})
            verdict.twins.append((each, bearing[shared], message))
            return True
        if borne := self._numbers.borne(candidate.identifiers):
            number, row = borne
            message = str(sentences.SAME_NUMBER % {"row": row, "number": written(number)})
            self._duplicate(each, message, twin_row=row)
            return True
        found = self._names.find(candidate.name, placement.point, placement.key)
        if found > 0:
            verdict.twins.append((each, found, str(sentences.KNOWN_NAME)))
        elif found < 0:
            self._duplicate(each, str(sentences.SAME_NAME % {"row": -found}), twin_row=-found)
        return found != 0

    def _create(self, each: Prepared, verdict: Verdict) -> None:
        candidate, placement = each.candidate, each.placement
        self._names.add(candidate.name, placement.point, placement.key, -candidate.row)
        self._numbers.add(candidate.row, candidate.identifiers)
        self._report.count("created")
        verdict.creations.append(Creation(values_of_row(each, self._classifier), origin_of(each)))

    def _duplicate(self, each: Prepared, message: str, **more: object) -> None:
        self._report.count("duplicates")
        self._report.tell(
            each.candidate.row, "duplicate", message, name=each.candidate.name, **more
        )

    def _tell_twins(self, verdict: Verdict) -> None:
        """Say which records the directory has already, one query for all of them."""
        if not verdict.twins:
            return
        addresses = addresses_of(pk for _each, pk, _message in verdict.twins)
        for each, pk, message in verdict.twins:
            name, address, point = addresses.get(pk, ("", "", None))
            own = each.placement.point
            apart = distance(own, point) if own and point else 0
            if apart > NEAR:
                far = str(sentences.FAR_APART % {"distance": f"{apart:.0f}"})
                self._duplicate(each, f"{message} {far}", twin=name, url=address)
            else:
                self._duplicate(each, message, twin=name, url=address)


def written(number: tuple[str, str]) -> str:
    """Write a number with the name of its register."""
    scheme, value = number
    return f"{scheme.upper()} {value}"


def origin_of(each: Prepared) -> Origin:
    """Return where a row comes from."""
    candidate = each.candidate
    return Origin(candidate.row, each.source_id, candidate.licence, candidate.link)


def labels_of(fields: Sequence[str]) -> str:
    """Name fields the way the editors' form does."""
    return ", ".join(map(label_of, fields))


def label_of(name: str) -> str:
    """Name a field the way the editors' form does."""
    field_ = Dynamic._meta.get_field(name.removesuffix("_id"))
    return str(
        getattr(field_, "verbose_name", "") or field_.related_model._meta.verbose_name_plural
    )
