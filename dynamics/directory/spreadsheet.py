"""Dynamics as the rows of a table: one column a fact, lists separated by a bar."""

from collections.abc import Mapping
from typing import Any

SEPARATOR = "|"
PLACE = (
    "label",
    "commune",
    "commune_code",
    "postcode",
    "department",
    "department_code",
    "region",
    "region_code",
    "country",
    "latitude",
    "longitude",
    "precision",
)
RESOURCES = (
    "public_subsidies",
    "private_grants",
    "sales",
    "membership_fees",
    "revenue_levy",
    "citizen_funding",
    "loans",
    "in_kind",
)
GOVERNANCE = ("inhabitants_involvement", "debate")
PLAIN = ("slug", "name", "full_name", "type", "summary", "website", "territory")
STORY = ("created_year", "phase", "initiator", "development_logic")
LISTS = ("legal_forms", "themes", "barriers", "tags", "methods")
PUBLICATION = (
    *("conforming", "origin", "source", "source_id", "source_url"),
    *("licence", "verified_at", "published_at", "updated_at", "url"),
)

COLUMNS = (
    *PLAIN,
    *(f"place_{name}" for name in PLACE),
    *STORY,
    *LISTS,
    *(f"resources_{name}" for name in RESOURCES),
    *(f"governance_{name}" for name in GOVERNANCE),
    "identifiers",
    *PUBLICATION,
)


def row(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record as the cells of one line, by the name of their column."""
    return {
        **{name: record[name] for name in PLAIN + STORY + PUBLICATION},
        **{f"place_{name}": record["place"][name] for name in PLACE},
        **{name: SEPARATOR.join(record[name]) for name in LISTS},
        **{f"resources_{name}": record["resources"].get(name) for name in RESOURCES},
        **{f"governance_{name}": record["governance"][name] for name in GOVERNANCE},
        "identifiers": SEPARATOR.join(
            f"{each['scheme']}:{each['value']}" for each in record["identifiers"]
        ),
    }
