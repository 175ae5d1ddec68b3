"""The catalogue of the open data, in the words of DCAT-AP: what data.gouv.fr and its like harvest."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from portal.core.licences import DEFAULT_LICENCE, licence_address
from portal.opendata import dumps, turtle
from portal.opendata.datasets import DataFile, Dataset, datasets

Node = dict[str, Any]
PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
AUTHORITY = "http://publications.europa.eu/resource/authority"
DAILY = f"{AUTHORITY}/frequency/DAILY"
FRENCH = f"{AUTHORITY}/language/FRA"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


def _moment(moment: datetime | None) -> Node | None:
    if moment is None:
        return None
    return {"@value": moment.isoformat(timespec="seconds"), "@type": "xsd:dateTime"}


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _publisher(site: str) -> Node:
    return {
        "@id": f"{site}/#publisher",
        "@type": "foaf:Agent",
        "foaf:name": settings.OPEN_DATA_PUBLISHER,
        "foaf:homepage": {"@id": f"{site}/"},
    }


def _format(file: DataFile) -> Node:
    return {
        "dct:title": file.label,
        "dct:format": file.label,
        "dcat:mediaType": {"@id": MEDIA_TYPES + file.media_type},
        "dct:license": {"@id": licence_address(DEFAULT_LICENCE)},
    }


def _copy(file: DataFile, site: str) -> Node | None:
    """Describe the copy of the night, if there is one."""
    copied = dumps.described(file.name)
    if copied is None:
        return None
    moment = dumps.moment_of(dumps.last() or {})
    return {
        "@id": f"{site}/donnees/{file.name}",
        "@type": "dcat:Distribution",
        **_format(file),
        "dct:title": _("%(format)s, copy of the night") % {"format": file.label},
        "dcat:accessURL": {"@id": f"{site}/donnees/"},
        "dcat:downloadURL": {"@id": f"{site}/donnees/{file.name}"},
        "dcat:byteSize": {"@value": str(copied["bytes"]), "@type": "xsd:nonNegativeInteger"},
        "dct:modified": _moment(moment),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"},
            "spdx:checksumValue": copied["sha256"],
        },
    }


def _live(file: DataFile, site: str) -> Node | None:
    """Describe the address that writes the same on demand, if there is one."""
    if not file.live:
        return None
    return {
        "@id": site + file.live,
        "@type": "dcat:Distribution",
        **_format(file),
        "dct:title": _("%(format)s, up to date") % {"format": file.label},
        "dcat:accessURL": {"@id": site + file.live},
        "dcat:downloadURL": {"@id": site + file.live},
    }


def _distributions(dataset: Dataset, site: str) -> list[Node]:
    both = (described(file, site) for file in dataset.files for described in (_copy, _live))
    return [each for each in both if each]


def _dataset(dataset: Dataset, site: str) -> Node:
    manifest = dumps.last()
    issued = dumps.moment_of(manifest, "first_created_at") if manifest else None
    return _filled(
        {
            "@id": f"{site}/donnees/#{dataset.code}",
            "@type": "dcat:Dataset",
            "dct:identifier": dataset.code,
            "dct:title": str(dataset.title),
            "dct:description": str(dataset.description),
            "dcat:keyword": [str(word) for word in dataset.keywords],
            "dct:license": {"@id": licence_address(DEFAULT_LICENCE)},
            "dct:language": {"@id": FRENCH},
            "dct:publisher": {"@id": f"{site}/#publisher"},
            "dct:issued": _moment(issued),
            "dct:modified": _moment(dataset.freshness().changed_at),
            "dct:accrualPeriodicity": {"@id": DAILY},
            "dcat:landingPage": {"@id": site + dataset.page},
            "dcat:distribution": [{"@id": each["@id"]} for each in _distributions(dataset, site)],
        }
    )


def nodes(site: str) -> list[Node]:
    """Return the catalogue, its publisher, its sets of data and their files, each on its own."""
    described = [_dataset(dataset, site) for dataset in datasets()]
    catalogue = {
        "@id": f"{site}/api/catalog",
        "@type": "dcat:Catalog",
        "dct:title": _("Open data of %(name)s") % {"name": settings.WAGTAIL_SITE_NAME},
        "dct:description": _(
            "Collective dynamics of transition, their methods and their words, for everybody to use again."
        ),
        "dct:language": {"@id": FRENCH},
        "dct:license": {"@id": licence_address(DEFAULT_LICENCE)},
        "dct:publisher": {"@id": f"{site}/#publisher"},
        "dct:modified": max(
            (each["dct:modified"] for each in described if "dct:modified" in each),
            key=lambda moment: moment["@value"],
            default=None,
        ),
        "foaf:homepage": {"@id": f"{site}/donnees/"},
        "dcat:dataset": [{"@id": each["@id"]} for each in described],
    }
    files = [each for dataset in datasets() for each in _distributions(dataset, site)]
    return [_filled(catalogue), _publisher(site), *described, *files]


def as_jsonld(site: str) -> Node:
    """Return the catalogue as JSON-LD."""
    return {"@context": PREFIXES, "@graph": nodes(site)}


def as_turtle(site: str) -> str:
    """Return the catalogue as Turtle."""
    return turtle.document(PREFIXES, nodes(site))
