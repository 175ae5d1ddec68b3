"""What each order sorts by: one text per document, smallest first, no two alike.

Keys are the same for every engine, so lists and their pages are too.
"""

from datetime import UTC, datetime

from search.analysis import sort_key
from search.request import Sort
from search.schema import SearchDocument

FIELD_BY_SORT = {
    Sort.TITLE: "by_title",
    Sort.RECENT: "by_update",
    Sort.OLDEST: "by_oldest",
    Sort.NEWEST: "by_newest",
}
_TITLE_LENGTH = 80
_LAST_YEAR = 9999
_END = datetime(_LAST_YEAR, 12, 31, tzinfo=UTC)
_START = datetime(1, 1, 1, tzinfo=UTC)


def sort_keys(document: SearchDocument) -> dict[str, str]:
    """Return the text a document is sorted by in each order; what has no date comes last."""
    title = f"{sort_key(document.title)[:_TITLE_LENGTH]} {document.uid}"
    age = int((_END - (document.updated_at or _START)).total_seconds() * 1_000)
    year = document.year
    return {
        "by_title": title,
        "by_update": f"{age:015d} {title}",
        "by_oldest": f"{_LAST_YEAR if year is None else year:04d} {title}",
        "by_newest": f"{_LAST_YEAR if year is None else _LAST_YEAR - year:04d} {title}",
    }
