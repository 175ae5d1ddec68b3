"""Dynamics as linked data: schema.org, and the PAIR ontology of the platforms of transition."""

from collections.abc import Mapping
from typing import Any

from portal.core.licences import licence_address

CONTEXT = ["https://schema.org", {"pair": "http://virtual-assembly.org/ontologies/pair#"}]
WIKIDATA = "https://www.wikidata.org/entity/"


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is not known."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _coordinates(place: Mapping[str, Any]) -> dict[str, Any] | None:
    if place["latitude"] is None:
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": round(place["latitude"], 6),
        "longitude": round(place["longitude"], 6),
    }


def _location(place: Mapping[str, Any]) -> dict[str, Any]:
    """Return a place that both vocabularies understand."""
    address = {
        "@type": "PostalAddress",
        "addressLocality": place["commune"],
        "addressRegion": place["region"],
        "addressCountry": place["country"],
    }
    return _filled(
        {
            "@type": ["Place", "pair:Place"],
            "name": place["label"],
            "pair:label": place["label"],
            "address": _filled(address) if place["commune"] else None,
            "geo": _coordinates(place),
        }
    )


def _topics(record: Mapping[str, Any], labels: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the themes, each named by the address of the dynamics that share it."""
    site = str(record["url"]).partition("/dynamiques/")[0]
    return [
        _filled(
            {
                "@type": "pair:Theme",
                "@id": f"{site}/dynamiques/?theme={code}",
                "pair:label": labels.get(code),
            }
        )
        for code in record["themes"]
    ]


def _numbers(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {"@type": "PropertyValue", "propertyID": each["scheme"], "value": each["value"]}
        for each in record.get("identifiers", ())
        if each["scheme"] != "wikidata"
    ]


def _elsewhere(record: Mapping[str, Any]) -> list[str]:
    """Return the other addresses of the same thing."""
    known = [
        WIKIDATA + each["value"]
        for each in record.get("identifiers", ())
        if each["scheme"] == "wikidata"
    ]
    return known + [each["link"] for each in record.get("provenance", ()) if each["link"]]


def _description(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record itself: who may use it again, where it comes from, how fresh it is."""
    changed, licence = record["updated_at"], record.get("licence")
    return _filled(
        {
            "@type": "CreativeWork",
            "url": record["url"],
            "license": licence_address(licence) if licence else None,
            "citation": record.get("source"),
            "isBasedOn": record.get("source_url"),
            "dateModified": changed.isoformat() if changed else None,
        }
    )


def _pair(record: Mapping[str, Any], labels: Mapping[str, str]) -> dict[str, Any]:
    return {
        "pair:label": record["name"],
        "pair:description": record["summary"],
        "pair:hasTopic": _topics(record, labels),
        "pair:hasLocation": _location(record["place"]),
        "pair:webPage": record["website"],
        "pair:aboutPage": {"@id": record["url"]},
    }


def node(record: Mapping[str, Any], topics: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return a dynamic as one node of a graph; `topics` gives the label of each theme."""
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
            "identifier": _numbers(record),
            "sameAs": _elsewhere(record),
            "subjectOf": _description(record),
            **_pair(record, topics or {}),
        }
    )


def document(record: Mapping[str, Any], topics: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return one dynamic as a document of its own."""
    return {"@context": CONTEXT, **node(record, topics)}
