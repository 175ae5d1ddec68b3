"""What the home page says of the portal to programs."""

from typing import Any

from django.conf import settings

from portal.core import linked_data
from portal.home.models import HomePage


def describe(page: HomePage, site: str) -> dict[str, Any]:
    """Describe the site, how to search it, and the community behind it."""
    name = settings.WAGTAIL_SITE_NAME
    website = {
        "@type": "WebSite",
        "@id": f"{site}/#website",
        "url": f"{site}/",
        "name": name,
        "description": page.summary,
        "inLanguage": "fr",
        "publisher": {"@id": f"{site}/#publisher"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{site}/recherche/?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }
    publisher = {
        "@type": "Organization",
        "@id": f"{site}/#publisher",
        "name": settings.OPEN_DATA_PUBLISHER,
        "url": f"{site}/",
        "description": page.lead,
    }
    return {"@graph": [website, publisher]}


def register() -> None:
    """Teach the home page to speak."""
    linked_data.register("home", describe)
