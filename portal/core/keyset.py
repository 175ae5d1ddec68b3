"""Walk a long list page after page: a cursor says after which record the next page begins.

Pages are cut by primary key, so that nothing is skipped or told twice while records are being
edited, and the last page costs no more than the first.
"""

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model, QuerySet

GREATEST_KEY = 2**63 - 1


class BadCursorError(ValueError):
    """A cursor was not given by this list."""


@dataclass(frozen=True)
class Slice:
    """Some records in a row, and where the next ones begin (None at the end)."""

    items: list[Model]
    next_cursor: str | None


def cursor_after(name: str, key: int) -> str:
    """Return the cursor of what follows a record in the list of this name."""
    return base64.urlsafe_b64encode(f"{name}:{key}".encode()).decode().rstrip("=")


def key_before(name: str, cursor: str) -> int:
    """Return the key that a cursor follows; an empty cursor begins at the beginning.

    Raises:
        BadCursorError: the list of this name never gave it.
    """
    if not cursor:
        return 0
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        prefix, _colon, figures = text.decode("ascii").partition(":")
        key = int(figures)
    except (binascii.Error, ValueError) as error:
        raise BadCursorError(cursor) from error
    if prefix != name or not 0 <= key <= GREATEST_KEY:
        raise BadCursorError(cursor)
    return key


def slice_after(records: QuerySet, cursor: str, *, name: str, limit: int) -> Slice:
    """Return at most `limit` records after the cursor, and the cursor of the rest.

    Raises:
        BadCursorError: the cursor was not given by the list of this name.
    """
    following = records.filter(pk__gt=key_before(name, cursor)).order_by("pk")
    found = list(following[: limit + 1])
    items = found[:limit]
    has_more = len(found) > limit
    return Slice(items, cursor_after(name, items[-1].pk) if has_more else None)


def walk(records: QuerySet, *, size: int) -> Iterator[list[Model]]:
    """Yield every record, by primary key, `size` at a time.

    Each part is a query of its own, and those that bring its relations: memory holds so many
    records and no more, and no cursor stays open while a slow reader takes its time.
    """
    last, is_over = 0, False
    while not is_over:
        chunk = list(records.filter(pk__gt=last).order_by("pk")[:size])
        is_over = len(chunk) < size
        last = chunk[-1].pk if chunk else last
        yield chunk
        # Let it go before the next one comes: two parts are never in memory together.
        del chunk
