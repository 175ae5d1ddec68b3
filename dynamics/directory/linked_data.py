"""What the pages of the directory say of themselves to programs; nothing that they did not bring already."""

from typing import Any

from django.utils.translation import gettext as _

from dynamics.directory import jsonld
from dynamics.directory.models import DirectoryPage, Dynamic
from dynamics.directory.record import identifiers, place, provenance, taken_origin
from portal.core import linked_data


def _shown(dynamic: Dynamic, site: str) -> dict[str, Any]:
    """Return what a page shows of a dynamic, named as in a record."""
    taken = provenance(dynamic)
    return {
        "name": dynamic.name,
        "full_name": dynamic.full_name,
        "summary": dynamic.summary,
        "website": dynamic.website,
        "territory": dynamic.territory,
        "place": place(dynamic),
        "created_year": dynamic.created_year,
        "themes": [theme.code for theme in dynamic.themes.all()],
        "tags": sorted(item.tag.name for item in dynamic.tagged_items.all()),
        "identifiers": identifiers(dynamic),
        **(taken_origin(taken) if taken else {"licence": dynamic.licence}),
        "updated_at": dynamic.updated_at,
        "url": site + dynamic.get_absolute_url(),
    }


def describe(dynamic: Dynamic, site: str) -> dict[str, Any]:
    """Describe the page of a dynamic, monograph or record."""
    path = dynamic.get_absolute_url()
    steps = [(_("Home"), "/"), (_("Dynamics"), "/dynamiques/"), (dynamic.name, path)]
    topics = {theme.code: theme.label for theme in dynamic.themes.all()}
    node = jsonld.node(_shown(dynamic, site), topics)
    return {"@graph": [node, linked_data.trail(site, steps)]}


def describe_list(page: DirectoryPage | None, site: str) -> dict[str, Any]:
    """Describe the directory, and where programs read it whole."""
    return {
        "@type": "CollectionPage",
        "@id": f"{site}/dynamiques/",
        "url": f"{site}/dynamiques/",
        "name": page.title if page else _("Dynamics"),
        "breadcrumb": linked_data.trail(site, [(_("Home"), "/"), (_("Dynamics"), "/dynamiques/")]),
        "mainEntity": {
            "@type": "Dataset",
            "@id": f"{site}/donnees/#dynamics",
            "name": _("Collective dynamics of transition"),
            "description": page.summary if page else _("Dynamics"),
            "url": f"{site}/donnees/",
            "distribution": {
                "@type": "DataDownload",
                "encodingFormat": "application/ld+json",
                "contentUrl": f"{site}/api/v1/dynamics.jsonld",
            },
        },
    }


def register() -> None:
    """Teach the pages of this room to speak."""
    linked_data.register("dynamic", describe)
    linked_data.register("dynamics", describe_list)
