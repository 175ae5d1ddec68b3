"""What an import did or would do, row by row: counted in full, told with a bounded number of examples."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from dynamics.importing.checks.findings import CODES, Finding
from dynamics.importing.placing import Question
from dynamics.importing.sentences import sentence_of

# Examples kept of each code: a report of a million rows stays a report.
MOST_EXAMPLES = 1000
COUNTS = (
    "rows",
    "created",
    "updated",
    "unchanged",
    "duplicates",
    "rejected",
    "conflicts",
    "located",
    "approximate",
    "personal_data_removed",
)


@dataclass
class Report:
    """The figures and the examples. `rows` is the sum of created, updated, unchanged, duplicates and rejected."""

    figures: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    warnings: list[dict[str, Any]] = field(default_factory=list)
    details: list[dict[str, Any]] = field(default_factory=list)
    questions: dict[str, dict[str, Any]] = field(default_factory=dict)
    _told: Counter[str] = field(default_factory=Counter)

    def warn(self, row: int, finding: Finding) -> None:
        """Count something found in a row (0 is the file itself), and keep it as an example."""
        self.codes[finding.code] += 1
        if self.codes[finding.code] <= MOST_EXAMPLES:
            self.warnings.append(
                {
                    "row": row,
                    "code": finding.code,
                    "message": sentence_of(finding),
                    "fixed": finding.is_fixed,
                    "field": finding.field,
                    "value": finding.value,
                }
            )

    def tell(self, row: int, kind: str, message: str, **more: object) -> None:
        """Keep what became of a row: rejected, duplicate, conflict, kept."""
        self._told[kind] += 1
        if self._told[kind] <= MOST_EXAMPLES:
            self.details.append({"row": row, "kind": kind, "message": message, **more})

    def ask(self, row: int, name: str, question: Question) -> None:
        """Keep a question, once for all the rows that raise it."""
        if question.key not in self.questions and len(self.questions) >= MOST_EXAMPLES:
            return
        asked = self.questions.setdefault(
            question.key,
            {
                "key": question.key,
                "words": question.words,
                "choices": [{"code": code, "label": label} for code, label in question.choices],
                "rows": [],
                "names": [],
                "count": 0,
            },
        )
        asked["count"] += 1
        if asked["count"] <= 5:  # noqa: PLR2004 - examples
            asked["rows"].append(row)
            asked["names"].append(name)

    def count(self, name: str) -> None:
        """Add one to a figure."""
        self.figures[name] += 1

    def as_dict(self) -> dict[str, Any]:
        """Return the report as it is written and shown."""
        return {
            **{name: self.figures[name] for name in COUNTS},
            "counts": {code: self.codes[code] for code in CODES if self.codes[code]},
            "warnings": sorted(self.warnings, key=lambda each: each["row"]),
            "questions": list(self.questions.values()),
            "details": sorted(self.details, key=lambda each: each["row"]),
        }
