"""What the pages of the referential say of themselves to programs; nothing that they did not bring already."""

from typing import Any

from django.utils.translation import gettext as _

from portal.core import linked_data
from toolbox import jsonld
from toolbox.models import MethodIndexPage, MethodPage
from toolbox.record import shown


def describe(method: MethodPage, site: str) -> dict[str, Any]:
    """Describe the page of a method."""
    path = f"/outils/{method.slug}/"
    steps = [(_("Home"), "/"), (_("Tools"), "/outils/"), (method.title, path)]
    topics = {theme.code: theme.label for theme in method.themes.all()}
    node = jsonld.node(shown(method, site=site), topics)
    return {"@graph": [node, linked_data.trail(site, steps)]}


def describe_list(page: MethodIndexPage | None, site: str) -> dict[str, Any]:
    """Describe the referential."""
    return {
        "@type": "CollectionPage",
        "@id": f"{site}/outils/",
        "url": f"{site}/outils/",
        "name": page.title if page else _("Tools"),
        "breadcrumb": linked_data.trail(site, [(_("Home"), "/"), (_("Tools"), "/outils/")]),
        "mainEntity": {"@type": "Dataset", "@id": f"{site}/donnees/#methods"},
    }


def register() -> None:
    """Teach the pages of this room to speak."""
    linked_data.register("method", describe)
    linked_data.register("methods", describe_list)
