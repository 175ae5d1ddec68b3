"""A report in the words and the order of the editors' pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dynamics.importing.checks.findings import CODES
from dynamics.importing.models import ImportRun
from dynamics.importing.sentences import CODE_LABELS
from dynamics.importing.undoing import NotUndoableError

Report = Mapping[str, Any]
EXAMPLES = 5
MOST_DETAILS = 100
MOST_QUESTIONS = 60

FIGURES: Mapping[str, Promise] = {
    "rows": gettext_lazy("rows read"),
    "created": gettext_lazy("records created"),
    "updated": gettext_lazy("records updated"),
    "unchanged": gettext_lazy("already up to date"),
    "duplicates": gettext_lazy("duplicates left out"),
    "rejected": gettext_lazy("rows left out"),
    "located": gettext_lazy("on the map"),
    "approximate": gettext_lazy("of which approximately"),
    "conflicts": gettext_lazy("corrected here since, kept"),
    "personal_data_removed": gettext_lazy("texts freed of personal data"),
}
KINDS: Mapping[str, Promise] = {
    "file": gettext_lazy("About the file"),
    "cut": gettext_lazy("Texts that were cut"),
    "duplicate": gettext_lazy("Duplicates"),
    "rejected": gettext_lazy("Rows left out"),
    "conflict": gettext_lazy("Corrections that were kept"),
    "unplaced": gettext_lazy("Places that were not found"),
    "number": gettext_lazy("Registration numbers that are wrong"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts."""

    count: int
    label: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One kind of warning, how many there are, and a few of them."""

    label: str
    code: str
    count: int
    examples: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Detail:
    """What became of some rows."""

    label: str
    rows: Sequence[Mapping[str, Any]]
    count: int


def summary(report: Report) -> list[Figure]:
    """Return the figures worth showing."""
    always = ("rows", "created", "updated", "located")
    return [
        Figure(report.get(name, 0), str(label))
        for name, label in FIGURES.items()
        if report and (name in always or report.get(name))
    ]


def problems(report: Report) -> list[Problem]:
    """Return the warnings by kind, each with its first examples."""
    counts = report.get("counts", {})
    return [
        Problem(
            str(CODE_LABELS[code]),
            code,
            counts[code],
            [each for each in report["warnings"] if each["code"] == code][:EXAMPLES],
        )
        for code in CODES
        if counts.get(code)
    ]


def details(report: Report) -> list[Detail]:
    """Return what became of the rows that made no record."""
    told = report.get("details", ())
    found = []
    for kind, label in KINDS.items():
        rows = [each for each in told if each["kind"] == kind]
        if rows:
            found.append(Detail(str(label), rows[:MOST_DETAILS], len(rows)))
    return found


def places(run: ImportRun) -> dict[str, str]:
    """Return where the records of an import are to be seen."""
    query = f"origin={slugify(run.source)}"
    if not run.options.get("is_conforming"):
        query += "&cercle=tous"
    everything = query.partition("&")[2]
    return {
        "list": f"/dynamiques/?{query}",
        "map": f"/dynamiques/?{query}&vue=carte",
        # The map of all there is, in the same circle: the outer one, when that is where they are.
        "among": "/dynamiques/?" + "&".join(filter(None, (everything, "vue=carte"))),
    }


def progress_text(run: ImportRun) -> str:
    """Say how far an import is."""
    return _("%(done)s rows out of %(total)s") % {"done": run.rows_done, "total": run.rows_total}


def undone(outcome: Mapping[str, int]) -> str:
    """Say what undoing did."""
    removed, restored, kept = (outcome[name] for name in ("removed", "restored", "kept"))
    parts = [
        ngettext("%(count)s record was removed", "%(count)s records were removed", removed)
        % {"count": removed},
        ngettext(
            "%(count)s was put back as it was", "%(count)s were put back as they were", restored
        )
        % {"count": restored},
    ]
    if kept:
        parts.append(
            ngettext(
                "%(count)s was kept, because somebody changed or used it since",
                "%(count)s were kept, because somebody changed or used them since",
                kept,
            )
            % {"count": kept}
        )
    return f"{', '.join(parts)}."


def why_not(error: NotUndoableError) -> str:
    """Say why an import cannot be undone now."""
    if error.later is None:
        return _("There is nothing left to undo.")
    return _("Undo first the import of “%(later)s”, which changed the same records since.") % {
        "later": error.later
    }
