"""The study's two tables: one line a dynamic, sorted as one likes."""

import pytest

from dynamics.directory.models import Dynamic, ResourceLevel
from dynamics.monographs.tables import (
    Column,
    TableRow,
    governance_columns,
    governance_rows,
    headings,
    resource_columns,
    resource_rows,
    sort,
)
from tests.factories import make_dynamic

COLUMNS = [Column("loans", "Emprunts"), Column("note", "Note", is_number=False)]


def row(name, structure="", **cells):
    return TableRow(Dynamic(name=name), structure, cells)


def names(rows):
    return [line.dynamic.name for line in rows]


@pytest.fixture
def rows():
    return [
        row("Eusko", loans=1, note="b"),
        row("biovallée", note="a"),
        row("Zéro", loans=3, note=""),
        row("Figeac", loans=1, note=None),
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("name", ["biovallée", "Eusko", "Figeac", "Zéro"]),
        ("-name", ["Zéro", "Figeac", "Eusko", "biovallée"]),
        ("loans", ["Eusko", "Figeac", "Zéro", "biovallée"]),
        ("-loans", ["Zéro", "Eusko", "Figeac", "biovallée"]),
        ("note", ["biovallée", "Eusko", "Figeac", "Zéro"]),
        ("-note", ["Eusko", "biovallée", "Figeac", "Zéro"]),
    ],
)
def test_silent_lines_come_last_both_ways(rows, order, expected):
    assert names(sort(rows, COLUMNS, order)) == expected


@pytest.mark.parametrize("order", ["", "-", "magie", "--loans", "loans ", "<b>", "loans;drop"])
def test_an_unknown_order_is_the_alphabetical_one(rows, order):
    assert names(sort(rows, COLUMNS, order)) == ["biovallée", "Eusko", "Figeac", "Zéro"]


def test_none_at_all_is_not_silence():
    lines = [row("Silence", loans=None), row("Néant", loans=0), row("Un", loans=1)]

    assert names(sort(lines, COLUMNS, "loans")) == ["Néant", "Un", "Silence"]


def test_the_structures_of_a_dynamic_stay_together():
    lines = [row("TZCLD", "EBE"), row("Eusko"), row("TZCLD", "CLE")]

    assert [line.structure for line in sort(lines, COLUMNS, "name")] == ["", "CLE", "EBE"]


def orders(order):
    return [heading.url for heading in headings(COLUMNS, order, address=str)]


def test_a_heading_sorts_figures_from_the_highest_and_words_from_a_to_z():
    assert orders("") == ["name", "-loans", "note"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("name", ["-name", "-loans", "note"]),
        ("-name", ["name", "-loans", "note"]),
        ("-loans", ["name", "loans", "note"]),
        ("loans", ["name", "-loans", "note"]),
        ("note", ["name", "-loans", "-note"]),
    ],
)
def test_a_heading_followed_twice_turns_the_order_round(order, expected):
    assert orders(order) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("name", ["ascending", "none", "none"]),
        ("-loans", ["none", "descending", "none"]),
        ("note", ["none", "none", "ascending"]),
        ("magie", ["none", "none", "none"]),
    ],
)
def test_a_heading_says_how_the_table_is_sorted(order, expected):
    found = headings(COLUMNS, order, address=str)

    assert [heading.aria_sort for heading in found] == expected


@pytest.mark.django_db
def test_a_dynamic_has_a_line_for_each_of_its_structures():
    levels = [
        ResourceLevel(structure="EBE", kind="loans", level=3),
        ResourceLevel(structure="CLE", kind="loans", level=1),
        ResourceLevel(structure="CLE", kind="sales", level=2),
    ]
    make_dynamic("TZCLD", resource_levels=levels)
    make_dynamic("Silence")

    found = resource_rows(Dynamic.objects.prefetch_related("resource_levels"))

    assert {line.structure: line.cells for line in found} == {
        "EBE": {"loans": 3},
        "CLE": {"loans": 1, "sales": 2},
    }


@pytest.mark.django_db
def test_a_line_of_governance_tells_forms_initiator_and_levels():
    make_dynamic(
        "Eusko",
        legal_forms=["association_1901", "scic"],
        initiator="public",
        legal_note="Une note.",
        inhabitants_involvement=0,
        debate=2,
    )

    (line,) = governance_rows(Dynamic.objects.all())

    assert line.cells == {
        "legal_forms": "Association 1901, Scic",
        "initiator": str(Dynamic.Initiator.PUBLIC.label),
        "note": "Une note.",
        "involvement": 0,
        "debate": 2,
    }


def test_every_cell_has_a_column():
    assert [column.code for column in resource_columns()] == ResourceLevel.Kind.values
    assert [column.code for column in governance_columns()] == [
        "legal_forms",
        "initiator",
        "note",
        "involvement",
        "debate",
    ]
