"""Terms as the rows of a table: one column a fact, lists separated by a bar."""

from collections.abc import Mapping
from typing import Any

SEPARATOR = "|"
LISTS = ("acronyms", "synonyms", "themes", "see_also")
COLUMNS = (
    *("slug", "name", "kind"),
    *LISTS,
    *("definition", "source", "licence", "updated_at", "url"),
)


def row(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record as the cells of one line, by the name of their column."""
    return {
        name: SEPARATOR.join(record[name]) if name in LISTS else record[name] for name in COLUMNS
    }
