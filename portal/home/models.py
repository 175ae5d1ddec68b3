from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from portal.core.models import SitePage
from portal.home import presentation


class HomePage(SitePage):
    """The front door."""

    template = "home/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    page_description = _("The front door: what the community is, and three ways in.")

    lead = models.TextField(
        _("lead"), max_length=400, help_text=_("What this place is, in two or three sentences.")
    )
    search_examples = StreamField(
        [("example", blocks.CharBlock(label=_("Words typed in the search box"), icon="search"))],
        verbose_name=_("search examples"),
        blank=True,
        help_text=_("Real questions that the search answers well."),
    )

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("search_examples"),
    ]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        return super().get_context(request, *args, **kwargs) | presentation.context()
