"""The study's two big tables, sortable and filtered: resources, then legal forms and governance."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dynamics.directory.models import Dynamic, ResourceLevel

Key = Callable[["TableRow"], tuple]


@dataclass(frozen=True)
class TableRow:
    """One line: a dynamic, or one of its structures, and what each column says of it."""

    dynamic: Dynamic
    structure: str
    cells: dict[str, object]


@dataclass(frozen=True)
class Column:
    """One column: its code in the address, its heading, and how lines are sorted by it."""

    code: str
    label: str
    is_number: bool = True


def resource_columns() -> list[Column]:
    """Return one column per kind of resource."""
    return [Column(kind.value, str(kind.label)) for kind in ResourceLevel.Kind]


def resource_rows(dynamics: Iterable[Dynamic]) -> list[TableRow]:
    """Return one line per structure: the Territoires Zéro Chômeur keep two."""
    lines: list[TableRow] = []
    for dynamic in dynamics:
        cells: dict[str, dict[str, object]] = {}
        for level in dynamic.resource_levels.all():
            cells.setdefault(level.structure, {})[level.kind] = level.level
        lines += [TableRow(dynamic, structure, levels) for structure, levels in cells.items()]
    return lines


def governance_columns() -> list[Column]:
    """Return the columns of the study's table on legal forms and governance."""
    return [
        Column("legal_forms", _("Legal forms"), is_number=False),
        Column("initiator", _("Who started it"), is_number=False),
        Column("note", _("Economic model and taxation"), is_number=False),
        Column("involvement", _("Involvement of inhabitants")),
        Column("debate", _("Debate and shared decision")),
    ]


def governance_rows(dynamics: Iterable[Dynamic]) -> list[TableRow]:
    """Return one line per dynamic."""
    return [
        TableRow(
            dynamic,
            "",
            {
                "legal_forms": ", ".join(str(form) for form in dynamic.legal_forms.all()),
                "initiator": dynamic.get_initiator_display(),
                "note": dynamic.legal_note,
                "involvement": dynamic.inhabitants_involvement,
                "debate": dynamic.debate,
            },
        )
        for dynamic in dynamics
    ]


def sort(rows: list[TableRow], columns: list[Column], order: str) -> list[TableRow]:
    """Return the lines in the order asked for: `code` ascending, `-code` descending.

    Lines where the column is empty come last both ways; an unknown order is the alphabetical one.
    """
    rows = sorted(rows, key=lambda row: (row.dynamic.name.lower(), row.structure))
    code = order.removeprefix("-")
    if code == "name":
        return rows[::-1] if order.startswith("-") else rows
    if code not in {column.code for column in columns}:
        return rows
    known = [row for row in rows if row.cells.get(code) not in (None, "")]
    silent = [row for row in rows if row.cells.get(code) in (None, "")]
    known.sort(key=lambda row: row.cells[code], reverse=order.startswith("-"))
    return known + silent


@dataclass(frozen=True)
class Heading:
    """A column heading that sorts the table when it is followed."""

    label: str
    url: str
    aria_sort: str


def headings(columns: list[Column], order: str, *, address: Callable[[str], str]) -> list[Heading]:
    """Return the headings, first the dynamic's own; following one twice turns the order round."""
    return [
        Heading(column.label, address(_next_order(column, order)), _aria_sort(column.code, order))
        for column in (Column("name", _("Dynamic"), is_number=False), *columns)
    ]


def _next_order(column: Column, order: str) -> str:
    """Figures are first sorted from the highest, words from A to Z."""
    first = f"-{column.code}" if column.is_number else column.code
    turned = column.code if column.is_number else f"-{column.code}"
    return turned if order == first else first


def _aria_sort(code: str, order: str) -> str:
    if order.removeprefix("-") != code:
        return "none"
    return "descending" if order.startswith("-") else "ascending"
