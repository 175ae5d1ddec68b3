import pytest

from portal.core.keyset import BadCursorError, cursor_after, key_before, slice_after
from portal.vocabulary.models import Theme
from tests.factories import make_entry


@pytest.mark.parametrize("key", [1, 42, 2**63 - 1])
def test_a_cursor_says_after_which_record_the_next_page_begins(key):
    assert key_before("dynamics", cursor_after("dynamics", key)) == key


def test_no_cursor_begins_at_the_beginning():
    assert key_before("dynamics", "") == 0


@pytest.mark.parametrize(
    "cursor",
    [
        "n'importe quoi",
        "é",
        "====",
        "A" * 1000,
        cursor_after("methods", 1),
        cursor_after("dynamics", -1),
        cursor_after("dynamics", 2**63),
        cursor_after("dynamics:1", 2),
    ],
)
def test_a_cursor_that_this_list_never_gave_is_refused(cursor):
    with pytest.raises(BadCursorError):
        key_before("dynamics", cursor)


@pytest.mark.django_db
def test_the_last_page_has_no_cursor():
    themes = [make_entry(Theme, code) for code in ("un", "deux", "trois")]

    first = slice_after(Theme.objects.all(), "", name="themes", limit=2)
    last = slice_after(Theme.objects.all(), first.next_cursor, name="themes", limit=2)

    assert first.items + last.items == themes
    assert last.next_cursor is None


@pytest.mark.django_db
def test_a_record_that_appears_meanwhile_is_told_at_the_end():
    make_entry(Theme, "un", position=5)
    make_entry(Theme, "deux", position=6)
    first = slice_after(Theme.objects.all(), "", name="themes", limit=1)

    make_entry(Theme, "avant", position=1)
    rest = slice_after(Theme.objects.all(), first.next_cursor, name="themes", limit=5)

    assert [theme.code for theme in rest.items] == ["deux", "avant"]
