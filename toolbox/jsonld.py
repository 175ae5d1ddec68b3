"""Methods as linked data: schema.org's HowTo, and the PAIR ontology."""

from collections.abc import Mapping
from typing import Any

from portal.core.licences import licence_address

CONTEXT = ["https://schema.org", {"pair": "http://virtual-assembly.org/ontologies/pair#"}]


def node(record: Mapping[str, Any]) -> dict[str, Any]:
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
    }
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def document(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return one method as a document of its own."""
    return {"@context": CONTEXT, **node(record)}


def graph(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """Return many methods as one document."""
    return {"@context": CONTEXT, "@graph": nodes}
