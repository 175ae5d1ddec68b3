"""What an import notes of the rows it has read: in temporary files, so that memory stays the same however many there are."""

import sqlite3

# What SQLite keeps in memory before it writes to its file.
CACHE = 2048  # kB


def table(*statements: str) -> sqlite3.Connection:
    """Return an empty table, made by these statements, in a private file that goes with the connection."""
    notes = sqlite3.connect("", isolation_level=None)
    # Nobody will ever ask for these notes again: no need to be able to mend the file.
    for statement in (
        f"PRAGMA cache_size = -{CACHE}",
        "PRAGMA journal_mode = OFF",
        "PRAGMA synchronous = OFF",
        *statements,
        "BEGIN",
    ):
        notes.execute(statement)
    return notes
