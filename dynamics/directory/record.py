"""A dynamic as the public data carry it: the same facts in JSON, GeoJSON, CSV and JSON-LD."""

from typing import Any

from dynamics.directory.models import Dynamic, ResourceLevel
from portal.territories.models import Commune

Record = dict[str, Any]


def _only_postcode(commune: Commune) -> str | None:
    """Return the postcode of a commune that has one; among several, nobody knows which."""
    codes = commune.postcodes.split()
    return codes[0] if len(codes) == 1 else None


def place(dynamic: Dynamic) -> Record:
    """Say where it is, and how precisely that is known."""
    commune = dynamic.commune
    department, region = dynamic.place_department, dynamic.place_region
    return {
        "label": dynamic.place_label,
        "commune": commune.name if commune else None,
        "commune_code": commune.code if commune else None,
        "postcode": _only_postcode(commune) if commune else None,
        "department": department.name if department else None,
        "department_code": department.code if department else None,
        "region": region.name if region else None,
        "region_code": region.code if region else None,
        "country": commune.country if commune else "FR" if region else None,
        "latitude": dynamic.latitude,
        "longitude": dynamic.longitude,
        "precision": dynamic.place_precision,
    }


def resources(dynamic: Dynamic) -> dict[str, int]:
    """Return the level of each kind of resource; nothing when no source says anything.

    A dynamic with several structures has, for each kind, the level of the one that has most.
    """
    rows = list(dynamic.resource_levels.all())
    if not rows:
        return {}
    levels = dict.fromkeys(ResourceLevel.Kind.values, 0)
    for row in rows:
        levels[row.kind] = max(levels[row.kind], row.level)
    return levels


def resources_by_structure(dynamic: Dynamic) -> list[Record]:
    """Return the levels of each structure, when a dynamic has several."""
    rows = [row for row in dynamic.resource_levels.all() if row.structure]
    structures = dict.fromkeys(row.structure for row in rows)
    return [
        {
            "structure": name,
            "levels": {row.kind: row.level for row in rows if row.structure == name},
        }
        for name in structures
    ]


def _classification(dynamic: Dynamic) -> Record:
    return {
        "type": dynamic.type.code,
        "phase": dynamic.phase.code if dynamic.phase else None,
        "initiator": dynamic.initiator or None,
        "development_logic": dynamic.development_logic or None,
        "legal_forms": [form.code for form in dynamic.legal_forms.all()],
        "themes": [theme.code for theme in dynamic.themes.all()],
        "barriers": [barrier.code for barrier in dynamic.barriers.all()],
        "tags": sorted(item.tag.name for item in dynamic.tagged_items.all()),
    }


def identifiers(dynamic: Dynamic) -> list[Record]:
    """Return the numbers under which it is known elsewhere."""
    return [{"scheme": each.scheme, "value": each.value} for each in dynamic.identifiers.all()]


def provenance(dynamic: Dynamic) -> list[Record]:
    """Say where it was taken from; nothing when the record was made here."""
    return [
        {
            "source": each.source,
            "source_id": each.source_id,
            "licence": each.licence,
            "link": each.link,
            "date": each.date,
        }
        for each in dynamic.provenances.all()
    ]


def _own_origin(dynamic: Dynamic) -> Record:
    return {
        "origin": "here",
        "source": "; ".join(str(citation) for citation in dynamic.citations.all()),
        "source_id": None,
        "source_url": None,
        "licence": dynamic.licence,
        "provenance": [],
    }


def taken_origin(taken: list[Record]) -> Record:
    """Say whose record it is: our own licence is never put on the work of others."""
    return {
        "origin": "elsewhere",
        "source": "; ".join(dict.fromkeys(each["source"] for each in taken)),
        "source_id": taken[0]["source_id"],
        "source_url": taken[0]["link"] or None,
        "licence": "; ".join(dict.fromkeys(each["licence"] for each in taken if each["licence"])),
        "provenance": taken,
    }


def _publication(dynamic: Dynamic, site: str) -> Record:
    taken = provenance(dynamic)
    return {
        "identifiers": identifiers(dynamic),
        "conforming": dynamic.is_conforming,
        **(taken_origin(taken) if taken else _own_origin(dynamic)),
        "verified_at": dynamic.verified_at,
        "published_at": dynamic.first_published_at,
        "updated_at": dynamic.changed_at,
        "url": site + dynamic.get_absolute_url(),
    }


def record(dynamic: Dynamic, *, site: str) -> Record:
    """Return everything that is public about a dynamic brought by `open_data.records()`.

    `site` is the address of the portal, without its last slash.
    """
    return {
        "slug": dynamic.slug,
        "name": dynamic.name,
        "full_name": dynamic.full_name,
        "summary": dynamic.summary,
        "website": dynamic.website,
        "territory": dynamic.territory,
        "place": place(dynamic),
        "created_year": dynamic.created_year,
        **_classification(dynamic),
        "resources": resources(dynamic),
        "resources_by_structure": resources_by_structure(dynamic),
        "governance": {
            "inhabitants_involvement": dynamic.inhabitants_involvement,
            "debate": dynamic.debate,
        },
        "methods": sorted({used.method.slug for used in dynamic.experiences.all()}),
        **_publication(dynamic, site),
    }
