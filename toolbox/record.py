"""A method as the public data carry it: the same facts in JSON, CSV and JSON-LD."""

from typing import Any

from wagtail.blocks import StreamValue

from portal.core.licences import DEFAULT_LICENCE
from portal.core.plain_text import words_of, words_of_html
from portal.core.prose import address
from toolbox.models import MethodPage

Record = dict[str, Any]


def address_of(slug: str, *, site: str) -> str:
    """Return where the page of a method is."""
    return site + address(f"outil:{slug}")


def _lines(stream: StreamValue) -> list[str]:
    return [words_of_html(block.value.source) for block in stream]


def _variants(method: MethodPage) -> list[Record]:
    return [
        {"name": block.value["name"], "text": words_of_html(block.value["text"].source)}
        for block in method.variants
    ]


def _classification(method: MethodPage) -> Record:
    return {
        "kind": method.kind,
        "phases": [phase.code for phase in method.phases.all()],
        "themes": [theme.code for theme in method.themes.all()],
        "barriers": [barrier.code for barrier in method.barriers.all()],
        "tags": sorted(item.tag.name for item in method.tagged_items.all()),
    }


def _practice(method: MethodPage) -> Record:
    origin = method.derived_from
    return {
        "participants": method.participants,
        "min_participants": method.min_participants,
        "max_participants": method.max_participants,
        "duration": method.duration,
        "promoted_by": method.promoted_by,
        "derived_from": origin.slug if origin and origin.live else None,
    }


def _dynamics(method: MethodPage) -> list[str]:
    """Return the slugs of the published dynamics that say they used it."""
    used_by = (used.dynamic for used in method.experiences.all())
    return sorted({dynamic.slug for dynamic in used_by if dynamic and dynamic.live})


def shown(method: MethodPage, *, site: str) -> Record:
    """Return what the page of a method shows, named as in a record."""
    return {
        "title": method.title,
        "summary": method.summary,
        "themes": [theme.code for theme in method.themes.all()],
        "tags": sorted(item.tag.name for item in method.tagged_items.all()),
        "promoted_by": method.promoted_by,
        "steps": _lines(method.steps),
        "source": "; ".join(str(citation) for citation in method.citations.all()),
        "licence": DEFAULT_LICENCE,
        "updated_at": method.last_published_at,
        "url": address_of(method.slug, site=site),
    }


def record(method: MethodPage, *, site: str) -> Record:
    """Return what lists tell of a method brought by `open_data.records()`."""
    return {
        "slug": method.slug,
        "title": method.title,
        "summary": method.summary,
        **_classification(method),
        **_practice(method),
        "dynamics": _dynamics(method),
        "source": "; ".join(str(citation) for citation in method.citations.all()),
        "licence": DEFAULT_LICENCE,
        "updated_at": method.changed_at,
        "url": address_of(method.slug, site=site),
    }


def full_record(method: MethodPage, *, site: str) -> Record:
    """Return the same, and how to go about it, in plain text."""
    return {
        **record(method, site=site),
        "purpose": words_of(method.purpose),
        "steps": _lines(method.steps),
        "cautions": _lines(method.cautions),
        "variants": _variants(method),
    }
