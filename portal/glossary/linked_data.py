"""What the pages of the glossary say of themselves to programs; nothing that they did not bring already."""

from typing import Any

from django.utils.translation import gettext as _

from portal.core import linked_data
from portal.glossary import jsonld
from portal.glossary.models import Term
from portal.glossary.record import record


def describe(term: Term, site: str) -> dict[str, Any]:
    """Describe the page of a term."""
    steps = [
        (_("Home"), "/"),
        (_("Glossary"), "/glossaire/"),
        (term.name, term.get_absolute_url()),
    ]
    return {"@graph": [jsonld.node(record(term, site=site)), linked_data.trail(site, steps)]}


def describe_list(_letters: object, site: str) -> dict[str, Any]:
    """Describe the glossary; each term has its own page to describe it."""
    return {
        "@type": "DefinedTermSet",
        "@id": f"{site}/glossaire/",
        "url": f"{site}/glossaire/",
        "name": _("Glossary"),
        "description": _(
            "The words of collective dynamics, their acronyms and what they mean here."
        ),
    }


def register() -> None:
    """Teach the pages of this room to speak."""
    linked_data.register("term", describe)
    linked_data.register("terms", describe_list)
