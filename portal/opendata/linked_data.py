"""What the page of the open data says of them to programs that know schema.org better than DCAT."""

from collections.abc import Iterable
from typing import Any

from portal.core import linked_data
from portal.core.licences import DEFAULT_LICENCE, licence_address
from portal.opendata.datasets import Dataset


def describe(shelves: Iterable[Dataset], site: str) -> dict[str, Any]:
    """Describe the catalogue and each of its sets of data."""
    return {
        "@type": "DataCatalog",
        "@id": f"{site}/donnees/#catalogue",
        "url": f"{site}/donnees/",
        "inLanguage": "fr",
        "license": licence_address(DEFAULT_LICENCE),
        "publisher": {"@id": f"{site}/#publisher"},
        "dataset": [_dataset(each, site) for each in shelves],
    }


def _dataset(dataset: Dataset, site: str) -> dict[str, Any]:
    return {
        "@type": "Dataset",
        "@id": f"{site}/donnees/#{dataset.code}",
        "name": str(dataset.title),
        "description": str(dataset.description),
        "url": f"{site}/donnees/#{dataset.code}",
        "keywords": [str(word) for word in dataset.keywords],
        "license": licence_address(DEFAULT_LICENCE),
        "isAccessibleForFree": True,
        "creator": {"@id": f"{site}/#publisher"},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": file.media_type,
                "contentUrl": site + (file.live or f"/donnees/{file.name}"),
            }
            for file in dataset.files
        ],
    }


def register() -> None:
    """Teach the page of the open data to speak."""
    linked_data.register("catalogue", describe)
