"""What may be wrong with a row: one pure function for each thing, which says it and mends what it can."""

from dynamics.importing.checks.findings import CODES, Finding

__all__ = ["CODES", "Finding"]
