"""What the page of the propositions says of itself to programs."""

from typing import Any

from django.utils.translation import gettext as _

from portal.core import linked_data


def describe_list(groups: list[tuple[str, list[tuple[str, list[Any]]]]], site: str) -> dict:
    """Describe the propositions that the page shows: their titles, and where each begins."""
    proposals = [
        proposal for _addressee, topics in groups for _topic, some in topics for proposal in some
    ]
    return {
        "@type": "CollectionPage",
        "@id": f"{site}/propositions/",
        "url": f"{site}/propositions/",
        "name": _("Propositions"),
        "breadcrumb": linked_data.trail(
            site, [(_("Home"), "/"), (_("Propositions"), "/propositions/")]
        ),
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": len(proposals),
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": proposal.title,
                    "url": site + proposal.get_absolute_url(),
                }
                for position, proposal in enumerate(proposals, start=1)
            ],
        },
    }


def register() -> None:
    """Teach the page of this room to speak."""
    linked_data.register("proposals", describe_list)
