"""Postcodes and INSEE codes that lost their zero."""

import re

from dynamics.importing.checks.findings import ZERO, Finding

# Spreadsheets drop the zero, then add a decimal point.
SHORT = re.compile(r"^\d{4}(?:\.0+)?$")
SHORT_COMMUNE = re.compile(r"^(?:\d{4}(?:\.0+)?|[1-9][\dAB]\d{2})$")
SHORT_DEPARTMENT = re.compile(r"^[1-9]$")


def lost_zero(text: str, field: str) -> list[Finding]:
    """Say that the first zero of a code is missing, in a place that is in France."""
    pattern = {"department": SHORT_DEPARTMENT, "commune_code": SHORT_COMMUNE}.get(field, SHORT)
    return [Finding(ZERO, field, text, is_fixed=True)] if pattern.match(text.strip()) else []
