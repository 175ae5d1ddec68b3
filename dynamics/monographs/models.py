from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail.models import PageManager

from dynamics.directory.models import Dynamic
from dynamics.monographs import presentation
from dynamics.monographs.dimensions import Section
from dynamics.monographs.querysets import MonographQuerySet
from portal.bibliography.models import Citation
from portal.core.blocks import PointsBlock, ProseBlocks
from portal.core.models import SitePage


class MonographPage(SitePage):
    """The long story of one dynamic, along the study's five dimensions of analysis."""

    template = "monographs/monograph_page.html"
    parent_page_types = ["directory.DirectoryPage"]
    subpage_types: list[str] = []
    page_description = _("The long story of one dynamic, along five dimensions.")

    dynamic = models.OneToOneField(
        Dynamic,
        verbose_name=_("dynamic"),
        on_delete=models.PROTECT,
        related_name="monograph",
        help_text=_("The record of the directory this story is about."),
    )
    spring = StreamField(
        ProseBlocks(),
        verbose_name=_("the spring"),
        blank=True,
        help_text=_("What made it emerge: problems to solve, encounters, decisive people."),
    )
    kinetic_energy = StreamField(
        ProseBlocks(),
        verbose_name=_("the kinetic energy"),
        blank=True,
        help_text=_("How it works and thrives: model, means, place of citizens, public partners."),
    )
    inner_strength = StreamField(
        ProseBlocks(),
        verbose_name=_("the inner strength"),
        blank=True,
        help_text=_("How it lasts: governance, anchoring, variety of its members."),
    )
    impact = StreamField(
        ProseBlocks(),
        verbose_name=_("the impact on the territory"),
        blank=True,
        help_text=_("What it changes, and how results are measured."),
    )
    system = StreamField(
        ProseBlocks(),
        verbose_name=_("“faire système”"),
        blank=True,
        help_text=_("How far cooperation spreads beyond its own circle."),
    )
    remarkable_points = StreamField(PointsBlock(), verbose_name=_("remarkable points"), blank=True)
    open_questions = StreamField(PointsBlock(), verbose_name=_("open questions"), blank=True)
    opportunities = StreamField(PointsBlock(), verbose_name=_("opportunities"), blank=True)

    objects = PageManager.from_queryset(MonographQuerySet)()

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [*SitePage.content_panels, FieldPanel("dynamic")], heading=_("Introduction")
            ),
            ObjectList(
                [
                    FieldPanel("spring"),
                    FieldPanel("kinetic_energy"),
                    FieldPanel("inner_strength"),
                    FieldPanel("impact"),
                    FieldPanel("system"),
                ],
                heading=_("Five dimensions"),
            ),
            ObjectList(
                [
                    FieldPanel("remarkable_points"),
                    FieldPanel("open_questions"),
                    FieldPanel("opportunities"),
                ],
                heading=_("What to remember"),
            ),
            ObjectList([InlinePanel("section_sources", label=_("source"))], heading=_("Sources")),
            ObjectList(SitePage.promote_panels, heading=_("Publication")),
        ]
    )

    class Meta:
        verbose_name = _("monograph")
        verbose_name_plural = _("monographs")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        return super().get_context(request, *args, **kwargs) | presentation.context_for(self)


class SectionSource(Citation):
    """Where one section of a monograph comes from."""

    page = ParentalKey(MonographPage, on_delete=models.CASCADE, related_name="section_sources")
    section = models.CharField(_("section"), max_length=20, choices=Section)

    panels = [FieldPanel("section"), *Citation.panels]
