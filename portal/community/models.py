from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import PageManager

from portal.bibliography.models import Citation
from portal.core.blocks import ProseBlocks
from portal.core.models import SitePage
from portal.core.querysets import SitePageQuerySet


class EditorialPage(SitePage):
    """A page that explains: the community, its charter, the study, the guide."""

    template = "community/editorial_page.html"
    parent_page_types = ["home.HomePage", "community.EditorialPage"]
    subpage_types = ["community.EditorialPage"]
    page_description = _("Explains something: the community, its charter, how to take part.")

    body = StreamField(ProseBlocks(), verbose_name=_("text"), blank=True)

    objects = PageManager.from_queryset(SitePageQuerySet)()

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("body"),
        InlinePanel("citations", heading=_("Sources"), label=_("source")),
    ]

    class Meta:
        verbose_name = _("editorial page")
        verbose_name_plural = _("editorial pages")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        return super().get_context(request, *args, **kwargs) | {
            "children": self.get_children().live(),
            "siblings": self.get_siblings(inclusive=True).live().filter(depth__gt=3),
            "sources": self.citations.select_related("source"),
        }


class EditorialCitation(Citation):
    """Where the facts of an editorial page come from."""

    page = ParentalKey(EditorialPage, on_delete=models.CASCADE, related_name="citations")
