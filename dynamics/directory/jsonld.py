"""Dynamics as linked data: schema.org, and the PAIR ontology of the platforms of transition."""

from collections.abc import Mapping
from typing import Any

from portal.core.licences import licence_address

CONTEXT = ["https://schema.org", {"pair": "http://virtual-assembly.org/ontologies/pair#"}]


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is not known."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _coordinates(place: Mapping[str, Any]) -> dict[str, Any] | None:
    if place["latitude"] is None:
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": place["latitude"],
        "longitude": place["longitude"],
    }


def _location(place: Mapping[str, Any]) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "addressLocality": place["commune"],
        "addressRegion": place["region"],
        "addressCountry": place["country"],
    }
    return _filled(
        {
            "@type": "Place",
            "name": place["label"],
            "address": _filled(address) if place["commune"] else None,
            "geo": _coordinates(place),
        }
    )


def _description(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record itself: who may use it again, where it comes from, how fresh it is."""
    changed = record["updated_at"]
    return _filled(
        {
            "@type": "CreativeWork",
            "url": record["url"],
            "license": licence_address(record["licence"]),
            "citation": record["source"],
            "dateModified": changed.isoformat() if changed else None,
        }
    )


def node(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a dynamic as one node of a graph."""
    year = record["created_year"]
    return _filled(
        {
            "@type": ["Organization", "pair:Project"],
            "@id": record["url"],
            "url": record["website"],
            "name": record["name"],
            "alternateName": record["full_name"],
            "description": record["summary"],
            "foundingDate": str(year) if year else None,
            "location": _location(record["place"]),
            "areaServed": record["territory"],
            "keywords": list(record["tags"]),
            "subjectOf": _description(record),
        }
    )


def document(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return one dynamic as a document of its own."""
    return {"@context": CONTEXT, **node(record)}


def graph(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """Return many dynamics as one document."""
    return {"@context": CONTEXT, "@graph": nodes}
