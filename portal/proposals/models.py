from django import forms
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import RichTextField

from portal.bibliography.models import Citation
from portal.core.blocks import PROSE
from portal.core.editorial import ReviewedRecord
from portal.proposals.forms import ProposalForm
from portal.proposals.querysets import ProposalQuerySet
from portal.vocabulary.models import Theme


class Proposal(ReviewedRecord):
    """A recommendation of the study to those who can make cooperation easier."""

    class Addressee(models.TextChoices):
        DYNAMICS = "dynamics", _("dynamics")
        FUNDERS = "funders", _("funding partners")
        PUBLIC_AUTHORITIES = "public_authorities", _("public authorities")
        LAWMAKERS = "lawmakers", _("lawmakers")

    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(_("address"), max_length=150, unique=True)
    addressee = models.CharField(_("addressed to"), max_length=20, choices=Addressee)
    topic = models.CharField(_("topic"), max_length=150)
    text = RichTextField(_("text"), features=PROSE)
    themes = ParentalManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="proposals"
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = ProposalQuerySet.as_manager()

    base_form_class = ProposalForm
    panels = [
        TitleFieldPanel(
            "title", placeholder=False, help_text=_("What to do, in the imperative; 90 letters.")
        ),
        FieldPanel("text"),
        MultiFieldPanel(
            [
                FieldPanel("addressee"),
                FieldPanel("topic", help_text=_("Propositions of one topic are read together.")),
                FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
            ],
            heading=_("Where it belongs"),
        ),
        InlinePanel("citations", heading=_("Sources"), label=_("source")),
        FieldPanel("position", help_text=_("The smallest comes first.")),
        FieldPanel(
            "slug",
            help_text=_("The end of the address; made from the title when empty. Never change it."),
        ),
    ]

    class Meta:
        verbose_name = _("proposition")
        verbose_name_plural = _("propositions")
        ordering = ["position", "title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{reverse('proposals:index')}#{self.slug}"

    def get_preview_template(self, request: object, mode_name: str) -> str:
        return "proposals/preview.html"

    def get_preview_context(self, request: object, mode_name: str) -> dict:
        return {"proposal": self}


class ProposalCitation(Citation):
    """Where a proposition comes from."""

    proposal = ParentalKey(Proposal, on_delete=models.CASCADE, related_name="citations")
