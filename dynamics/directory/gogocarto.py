"""Dynamics in the shapes of GoGoCarto: what its maps, Transiscope, SemApps and Communecter read without any code."""

from collections.abc import Iterable, Mapping
from typing import Any

from portal.core.licences import licence_address

# The three vocabularies that make its categories, in this order; each is also a category of its own.
KINDS = ("type", "theme", "phase")
# What GoGoCarto calls published, and not reported by anybody.
PUBLISHED, UNDISPUTED = 1, 0
# What each place of a compact element holds; categories come after the coordinates, as it expects.
MAPPING = ["id", ["name"], "latitude", "longitude", "status", "moderationState"]

Record = Mapping[str, Any]
Labels = Mapping[str, str]


def category_id(kind: str, code: str) -> str:
    """Name a category: letters, figures, hyphens, so that it fits in any address or selector."""
    return f"{kind}-{code}"


def codes_of(record: Record) -> dict[str, list[str]]:
    """Return the codes of a record in each vocabulary."""
    phase = record["phase"]
    return {
        "type": [record["type"]],
        "theme": list(record["themes"]),
        "phase": [phase] if phase else [],
    }


def categories_of(record: Record) -> list[str]:
    """Return the categories of a record, each vocabulary before its entries."""
    found = []
    for kind, codes in codes_of(record).items():
        if codes:
            found += [kind, *(category_id(kind, code) for code in codes)]
    return found


def _geo(place: Record) -> dict[str, float] | None:
    if place["latitude"] is None:
        return None
    return {
        "latitude": round(place["latitude"], 6),
        "longitude": round(place["longitude"], 6),
    }


def _address(place: Record) -> dict[str, str]:
    address = {
        "addressLocality": place["commune"],
        "postalCode": place["postcode"],
        "addressCountry": place["country"],
        "customFormatedAddress": place["label"],
    }
    return {name: value for name, value in address.items() if value}


def _moment(value: Any) -> str | None:
    return value.isoformat(timespec="seconds") if value else None


def element(record: Record, labels: Labels, *, platform: str) -> dict[str, Any]:
    """Return a record as “gogofull”: everything but e-mails and telephones, which are never public.

    `platform` is what we are called; a record taken from elsewhere keeps the name of its source.
    """
    is_ours = record["origin"] == "here"
    categories = categories_of(record)
    return {
        "id": record["slug"],
        "name": record["name"],
        "status": PUBLISHED,
        "moderationState": UNDISPUTED,
        "geo": _geo(record["place"]),
        "address": _address(record["place"]),
        "description": record["summary"],
        "descriptionMore": record["territory"],
        "website": record["website"],
        "url": record["url"],
        "tags": list(record["tags"]),
        "images": [],
        "categories": categories,
        "taxonomy": categories,
        "categoriesFull": [
            {"id": each, "name": labels.get(each, each), "description": "", "index": position}
            for position, each in enumerate(categories)
        ],
        "createdAt": _moment(record["published_at"]),
        "updatedAt": _moment(record["updated_at"]),
        "sourceKey": platform if is_ours else record["source"],
        "sourceUrl": record["url"] if is_ours else record["source_url"],
        "oldId": record["slug"] if is_ours else record["source_id"],
        "licence": licence_address(record["licence"]) if record["licence"] else "",
    }


def compact(record: Record) -> list[Any]:
    """Return a record as “gogocompact”: what a marker needs."""
    geo = _geo(record["place"]) or {}
    return [
        record["slug"],
        [record["name"]],
        geo.get("latitude"),
        geo.get("longitude"),
        categories_of(record),
    ]


def sync(record: Record) -> dict[str, Any]:
    """Return a record as “gogosync”: what tells whether the full one must be read again."""
    return {
        "id": record["slug"],
        "name": record["name"],
        "status": PUBLISHED,
        "updatedAt": _moment(record["updated_at"]),
    }


def option(identifier: str, entry: Mapping[str, str]) -> dict[str, Any]:
    """Return one entry of a vocabulary as an option."""
    named = {"id": identifier, "name": entry["label"], "nameShort": entry["short"]}
    return named | ({"textHelper": entry["description"]} if entry["description"] else {})


def taxonomy(
    name: str, kinds: Iterable[tuple[str, str, list[Mapping[str, str]]]]
) -> dict[str, Any]:
    """Return the tree of categories: each vocabulary (code, label, entries) is a branch."""
    return {
        "id": "maillage",
        "name": name,
        "unexpandable": True,
        "options": [
            {
                "id": kind,
                "name": label,
                "nameShort": label,
                "subcategories": [
                    {
                        "id": f"{kind}-entries",
                        "name": label,
                        "options": [
                            option(category_id(kind, entry["code"]), entry) for entry in entries
                        ],
                    }
                ],
            }
            for kind, label, entries in kinds
        ],
    }
