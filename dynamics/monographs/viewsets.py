"""The monographs in the editors' admin: all of them in one list."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.pages import PageListingViewSet

from dynamics.monographs.models import MonographPage


class MonographListing(PageListingViewSet):
    """Monographs, by their name."""

    name: ClassVar[str] = "monographies"
    model = MonographPage
    icon = "doc-full"
    menu_label = _("Monographs")
    list_filter = ["dynamic__type", "dynamic__phase", "live"]
    list_export = ["title", "slug", "live", "last_published_at"]
    export_filename = "monographies"
