"""Codes and labels of the closed vocabularies."""

import pytest

from django.core.cache import cache

from portal.vocabulary.codes import codes_of, require_known
from portal.vocabulary.labels import labels_of
from portal.vocabulary.models import Theme
from tests.factories import make_entry

pytestmark = pytest.mark.django_db


def test_labels_come_in_the_order_of_the_vocabulary():
    cache.clear()
    make_entry(Theme, "governance", label="Gouvernance", position=2)
    make_entry(Theme, "cooperation", label="Coopération", position=1)

    assert list(labels_of(Theme).items()) == [
        ("cooperation", "Coopération"),
        ("governance", "Gouvernance"),
    ]


def test_labels_are_asked_once_a_minute(django_assert_num_queries):
    cache.clear()
    make_entry(Theme, "cooperation")
    labels_of(Theme)

    with django_assert_num_queries(0):
        labels_of(Theme)


def test_codes_are_those_of_the_vocabulary():
    make_entry(Theme, "cooperation")

    assert codes_of(Theme) == {"cooperation"}
    require_known("theme", ["cooperation"], codes_of(Theme))


def test_an_unknown_code_is_refused_with_the_filter_it_was_given_to():
    with pytest.raises(ValueError, match="theme: magie") as caught:
        require_known("theme", ["magie"], {"cooperation"})

    assert (caught.value.name, caught.value.code) == ("theme", "magie")
