"""The vocabularies of many records, in one query."""

import pytest

from dynamics.directory.models import Dynamic
from portal.core.attaching import attach
from portal.vocabulary.models import Theme
from tests.factories import make_dynamic, make_entry

pytestmark = pytest.mark.django_db


def dynamics():
    return list(Dynamic.objects.order_by("name"))


def test_each_record_gets_its_own_entries_in_the_order_of_the_vocabulary():
    make_entry(Theme, "governance", position=2)
    make_entry(Theme, "cooperation", position=1)
    make_dynamic("A", themes=["governance", "cooperation"], legal_forms=["scic"])
    make_dynamic("B", barriers=["silos"])
    found = dynamics()

    attach(found, "themes", "barriers", "legal_forms")

    assert [[theme.code for theme in each.themes.all()] for each in found] == [
        ["cooperation", "governance"],
        [],
    ]
    assert [barrier.code for barrier in found[1].barriers.all()] == ["silos"]
    assert [form.code for form in found[0].legal_forms.all()] == ["scic"]


def test_it_costs_one_query_and_reading_costs_nothing_more(django_assert_num_queries):
    for number in range(5):
        make_dynamic(themes=["a", f"b{number}"], barriers=["c"])
    found = dynamics()

    with django_assert_num_queries(1):
        attach(found, "themes", "barriers")
        assert all(theme.label for each in found for theme in each.themes.all())


def test_a_renamed_entry_is_seen_at_once():
    make_dynamic(themes=["cooperation"])
    attach(dynamics(), "themes")
    Theme.objects.update(label="Coopérer")

    found = dynamics()
    attach(found, "themes")

    assert str(found[0].themes.all()[0]) == "Coopérer"


def test_no_record_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        attach([], "themes")
