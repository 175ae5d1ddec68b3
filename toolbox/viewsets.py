"""The referential in the editors' admin: every method in one list."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.pages import PageListingViewSet

from toolbox.models import MethodPage


class MethodListing(PageListingViewSet):
    """Methods, by what they are for."""

    name: ClassVar[str] = "methodes"
    model = MethodPage
    icon = "cogs"
    menu_label = _("Tools and methods")
    menu_order = 160
    add_to_admin_menu = True
    list_filter = ["kind", "phases", "themes", "barriers", "live"]
    list_export = ["title", "kind", "slug", "live", "last_published_at"]
    export_filename = "outils"
