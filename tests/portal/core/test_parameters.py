import datetime

import pytest
from pydantic import ValidationError

from portal.core.parameters import MOST, Listing


def test_without_anything_asked_the_list_begins():
    asked = Listing.model_validate({})

    assert (asked.limit, asked.cursor, asked.updated_since) == (50, "", None)


def test_what_a_form_left_empty_was_not_asked():
    asked = Listing.model_validate({"limit": "", "cursor": "", "updated_since": ""})

    assert asked == Listing()


@pytest.mark.parametrize(
    "text",
    ["2026-11-23T10:00:00+01:00", "2026-11-23T10:00:00 01:00", "2026-11-23T09:00:00Z"],
)
def test_a_moment_is_the_same_however_its_offset_is_written(text):
    asked = Listing.model_validate({"updated_since": text})

    assert asked.updated_since == datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)


def test_a_date_begins_at_midnight_where_the_portal_is():
    asked = Listing.model_validate({"updated_since": "2026-11-23"})

    assert asked.updated_since.isoformat() == "2026-11-23T00:00:00+01:00"


@pytest.mark.parametrize(
    "values",
    [
        {"limit": 0},
        {"limit": MOST + 1},
        {"cursor": "a\x00b"},
        {"cursor": "a" * 200},
        {"updated_since": "0001-01-01"},
        {"updated_since": "9999-12-31"},
        {"updated_since": "bientôt"},
    ],
)
def test_what_cannot_be_asked_is_refused(values):
    with pytest.raises(ValidationError):
        Listing.model_validate(values)
