"""Methods as linked data: schema.org's HowTo, and the PAIR ontology."""

from collections.abc import Mapping
from typing import Any

from portal.core.licences import licence_address

CONTEXT = ["https://schema.org", {"pair": "http://virtual-assembly.org/ontologies/pair#"}]


def _topics(record: Mapping[str, Any], labels: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the themes, each named by the address of the methods that share it."""
    site = str(record["url"]).partition("/outils/")[0]
    return [
        {"@type": "pair:Theme", "@id": f"{site}/outils/?theme={code}"}
        | ({"pair:label": labels[code]} if code in labels else {})
        for code in record["themes"]
    ]


def node(record: Mapping[str, Any], topics: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return a full record as one node of a graph; what is not known is left out."""
    changed, promoter = record["updated_at"], record["promoted_by"]
    values = {
        "@type": ["HowTo", "pair:Resource"],
        "@id": record["url"],
        "url": record["url"],
        "name": record["title"],
        "description": record["summary"],
        "step": [{"@type": "HowToStep", "text": step} for step in record["steps"]],
        "keywords": list(record["tags"]),
        "creator": {"@type": "Organization", "name": promoter} if promoter else None,
        "license": licence_address(record["licence"]),
        "citation": record["source"],
        "dateModified": changed.isoformat() if changed else None,
        "pair:label": record["title"],
        "pair:description": record["summary"],
        "pair:hasTopic": _topics(record, topics or {}),
        "pair:webPage": record["url"],
    }
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def document(record: Mapping[str, Any], topics: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return one method as a document of its own."""
    return {"@context": CONTEXT, **node(record, topics)}
