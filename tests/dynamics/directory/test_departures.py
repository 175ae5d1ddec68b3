"""A record that everybody could read does not vanish without a word, however it goes."""

import pytest

from dynamics.directory import departures
from dynamics.directory.models import Dynamic, Tombstone
from tests.factories import make_dynamic

pytestmark = pytest.mark.django_db


def departed():
    return [each["slug"] for each in departures.page(None, "", limit=10, site="")[0]]


def test_a_record_deleted_by_itself_leaves_a_stone():
    make_dynamic("Le Four", slug="four").delete()

    stone = Tombstone.objects.get()
    assert (stone.slug, stone.name, stone.reason) == ("four", "Le Four", "withdrawn")
    assert departed() == ["four"]


def test_records_deleted_together_leave_a_stone_each():
    for slug in ("four", "mare"):
        make_dynamic(slug, slug=slug)

    Dynamic.objects.all().delete()

    assert sorted(departed()) == ["four", "mare"]


def test_what_nobody_could_read_leaves_nothing():
    for slug in ("four", "mare"):
        make_dynamic(slug, slug=slug, live=False)

    Dynamic.objects.get(slug="four").delete()
    Dynamic.objects.filter(slug="mare").delete()

    assert departed() == []


def test_the_second_time_a_record_goes_is_the_one_that_is_told():
    Tombstone.objects.lay("four", "Ancien nom")
    first = Tombstone.objects.get().gone_at
    make_dynamic("Le Four", slug="four")

    Dynamic.objects.filter(slug="four").delete()

    stone = Tombstone.objects.get()
    assert stone.name == "Le Four"
    assert stone.gone_at > first


def test_a_manager_does_not_offer_to_delete_everything():
    assert not hasattr(Dynamic.objects, "delete")
