"""What editorial pages say of themselves to programs."""

from typing import Any

from django.utils.translation import gettext as _

from portal.community.models import EditorialPage
from portal.core import linked_data
from portal.core.licences import DEFAULT_LICENCE, licence_address


def describe(page: EditorialPage, site: str) -> dict[str, Any]:
    """Describe a page that explains something."""
    path = page.get_url() or f"/{page.slug}/"
    address = path if path.startswith("http") else site + path
    return linked_data.filled(
        {
            "@type": "WebPage",
            "@id": address,
            "url": address,
            "name": page.title,
            "description": page.summary,
            "inLanguage": "fr",
            "license": licence_address(DEFAULT_LICENCE),
            "dateModified": page.last_published_at,
            "isPartOf": {"@id": f"{site}/#website"},
            "breadcrumb": linked_data.trail(
                site, [(_("Home"), "/"), (page.title, address.removeprefix(site))]
            ),
        }
    )


def register() -> None:
    """Teach the pages of this room to speak."""
    linked_data.register("page", describe)
