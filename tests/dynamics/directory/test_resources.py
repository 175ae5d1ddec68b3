"""The resources of a dynamic, structure by structure."""

from dynamics.directory.models import ResourceLevel
from dynamics.directory.resources import by_structure


def level(structure, kind):
    return ResourceLevel(structure=structure, kind=kind, level=1)


def test_kinds_follow_the_order_of_the_study():
    levels = [level("", "loans"), level("", "in_kind"), level("", "public_subsidies")]

    ((structure, found),) = by_structure(levels)

    assert structure == ""
    assert [each.kind for each in found] == ["public_subsidies", "loans", "in_kind"]


def test_each_structure_has_its_own_levels():
    levels = [level("EBE", "loans"), level("CLE", "sales"), level("EBE", "sales")]

    found = [(name, [each.kind for each in group]) for name, group in by_structure(levels)]

    assert found == [("CLE", ["sales"]), ("EBE", ["sales", "loans"])]


def test_nothing_known_nothing_shown():
    assert by_structure([]) == []
