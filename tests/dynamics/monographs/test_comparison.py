"""Dynamics side by side."""

import pytest

from dynamics.directory.models import Dynamic, ResourceLevel
from dynamics.monographs import comparison
from tests.factories import make_dynamic, make_experience, make_method, make_monograph

pytestmark = pytest.mark.django_db


def table(*dynamics):
    """The rows as the page shows them, by label."""
    by_key = {each.pk: each for each in Dynamic.objects.select_related("monograph").complete()}
    found = comparison.rows([by_key[each.pk] for each in dynamics])
    return {row.label: row.cells for row in found}


def test_a_fact_is_a_row_and_a_dynamic_is_a_column():
    one = make_dynamic("Un", created_year=2012, place_label="Die")
    two = make_dynamic("Deux", created_year=2018, place_label="Crest")

    found = table(one, two)

    assert [["2012"], ["2018"]] in found.values()
    assert [["Die"], ["Crest"]] in found.values()


def test_columns_keep_the_order_of_the_choice():
    one, two = make_dynamic("Un", place_label="Die"), make_dynamic("Deux", place_label="Crest")

    assert [["Crest"], ["Die"]] in table(two, one).values()


def test_where_the_sources_are_silent_the_cell_is_empty():
    one, two = make_dynamic("Un", created_year=2012), make_dynamic("Deux")

    assert [["2012"], []] in table(one, two).values()


def test_a_fact_that_nobody_has_is_not_shown():
    one, two = make_dynamic("Un"), make_dynamic("Deux")

    assert len(table(one, two)) == 2  # type and place: the only ones that are never empty


def test_no_involvement_at_all_is_an_answer():
    one = make_dynamic("Un", inhabitants_involvement=0)
    two = make_dynamic("Deux", inhabitants_involvement=3)

    choices = Dynamic.Involvement
    expected = [[str(choices(0).label)], [str(choices(3).label)]]
    assert expected in table(one, two).values()


def test_resources_say_which_structure_they_are_of():
    levels = [
        ResourceLevel(structure="EBE", kind="loans", level=3),
        ResourceLevel(structure="", kind="loans", level=1),
    ]
    one, two = make_dynamic("Un", resource_levels=levels), make_dynamic("Deux")

    label = str(ResourceLevel.Kind.LOANS.label)
    (cells,) = [row for row in table(one, two).values() if any("+" in word for word in row[0])]
    assert sorted(cells[0]) == sorted([f"{label} +", f"EBE · {label} +++"])
    assert cells[1] == []


def test_only_published_methods_are_told(home):
    one, two = make_dynamic("Un"), make_dynamic("Deux")
    make_experience(make_method("Forum ouvert"), one)
    make_experience(make_method("Brouillon", live=False), one)

    assert [["Forum ouvert"], []] in table(one, two).values()


def test_a_row_where_all_agree_is_marked():
    assert comparison.Row("Type", [["PTCE"], ["PTCE"]]).is_shared
    assert not comparison.Row("Type", [["PTCE"], ["PAT"]]).is_shared
    assert not comparison.Row("Phase", [[], []]).is_shared


def test_passages_stand_side_by_side(home):
    one, two = make_dynamic("Un"), make_dynamic("Deux")
    make_monograph(one, spring=[("paragraph", "<p>Une envie.</p>")])
    make_monograph(two, system=[("paragraph", "<p>Pas encore.</p>")])
    by_key = Dynamic.objects.select_related("monograph").in_bulk()

    found = comparison.passages([by_key[one.pk], by_key[two.pk]])

    assert [passage.code for passage in found] == ["spring", "system"]
    assert [bool(cell) for cell in found[0].cells] == [True, False]
    assert [bool(cell) for cell in found[1].cells] == [False, True]


def test_what_to_remember_comes_before_the_long_story(home):
    one = make_dynamic("Un")
    story = [("paragraph", "<p>x</p>")]
    make_monograph(one, spring=story, opportunities=[("point", "<p>y</p>")])
    two = make_dynamic("Deux")
    by_key = Dynamic.objects.select_related("monograph").in_bulk()

    found = comparison.passages([by_key[one.pk], by_key[two.pk]])

    assert [passage.code for passage in found] == ["opportunities", "spring"]
    assert found[0].cells[1] is None


def test_a_draft_monograph_is_not_compared(home):
    one, two = make_dynamic("Un"), make_dynamic("Deux")
    make_monograph(one, live=False, spring=[("paragraph", "<p>Secret.</p>")])
    by_key = Dynamic.objects.select_related("monograph").in_bulk()

    assert comparison.passages([by_key[one.pk], by_key[two.pk]]) == []
