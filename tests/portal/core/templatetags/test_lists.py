"""Lists and dictionaries, from a template."""

from portal.core.templatetags.lists import at, beside


def test_two_lists_are_read_side_by_side():
    assert beside(["a", "b"], [1, 2]) == [("a", 1), ("b", 2)]


def test_a_missing_cell_is_an_empty_text_and_a_zero_stays_a_zero():
    cells = {"debate": 0, "note": None}

    assert at(cells, "debate") == 0
    assert at(cells, "note") == ""
    assert at(cells, "other") == ""
