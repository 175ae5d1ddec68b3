"""Conditions that database constraints share."""

import pytest

from dynamics.directory.models import Dynamic
from portal.core.constraints import all_or_none, between
from tests.factories import make_dynamic

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "is_matched"),
    [
        ({}, True),
        ({"created_year": 2012, "debate": 1}, True),
        ({"created_year": 2012}, False),
        ({"debate": 1}, False),
    ],
)
def test_all_or_none_matches_every_field_set_or_none(fields, is_matched):
    make_dynamic(**fields)

    found = Dynamic.objects.filter(all_or_none("created_year", "debate")).exists()

    assert found is is_matched


@pytest.mark.parametrize(
    ("year", "is_matched"),
    [(None, True), (2000, True), (2010, True), (2020, True), (1999, False), (2021, False)],
)
def test_between_includes_its_bounds_and_what_is_empty(year, is_matched):
    make_dynamic(created_year=year)

    found = Dynamic.objects.filter(between("created_year", 2000, 2020)).exists()

    assert found is is_matched
