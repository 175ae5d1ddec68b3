"""Terms as linked data: schema.org's DefinedTerm, and the PAIR ontology."""

from collections.abc import Mapping
from typing import Any

from portal.core.licences import licence_address

CONTEXT = ["https://schema.org", {"pair": "http://virtual-assembly.org/ontologies/pair#"}]


def node(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a term as one node of a graph; what is not known is left out."""
    changed, glossary = record["updated_at"], str(record["url"]).rsplit("/", 2)[0] + "/"
    values = {
        "@type": ["DefinedTerm", "pair:Concept"],
        "@id": record["url"],
        "url": record["url"],
        "name": record["name"],
        "alternateName": [*record["acronyms"], *record["synonyms"]],
        "termCode": record["slug"],
        "description": record["definition"],
        "inDefinedTermSet": {"@type": "DefinedTermSet", "@id": glossary, "url": glossary},
        "license": licence_address(record["licence"]),
        "citation": record["source"],
        "dateModified": changed.isoformat() if changed else None,
        "pair:label": record["name"],
        "pair:description": record["definition"],
        "pair:webPage": record["url"],
    }
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def document(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return one term as a document of its own."""
    return {"@context": CONTEXT, **node(record)}
