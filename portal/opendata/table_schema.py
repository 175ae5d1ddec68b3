"""What the columns of a table mean, in the words of Table Schema: what validators of schema.data.gouv.fr read."""

from typing import Any

from portal.core.licences import DEFAULT_LICENCE, licence_address
from portal.opendata.datasets import Dataset, datasets


def schema_of(dataset: Dataset, site: str) -> dict[str, Any]:
    """Describe the table of a set of data."""
    return {
        "$schema": "https://frictionlessdata.io/schemas/table-schema.json",
        "name": dataset.code,
        "title": str(dataset.title),
        "description": str(dataset.description),
        "homepage": f"{site}/donnees/#{dataset.code}",
        "licenses": [{"title": DEFAULT_LICENCE, "path": licence_address(DEFAULT_LICENCE)}],
        "fields": [
            {"name": column.name, "type": column.type}
            | ({"description": str(column.description)} if column.description else {})
            for column in dataset.columns
        ],
        "missingValues": [""],
        "primaryKey": "slug",
    }


def dataset_named(code: str) -> Dataset | None:
    """Return the set of data of this code, when it has a table."""
    return next((each for each in datasets() if each.code == code and each.columns), None)
