from django import forms
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from portal.bibliography.models import Citation
from portal.core.blocks import PROSE
from portal.core.editorial import ReviewedRecord
from portal.core.forms import AddressedForm
from portal.glossary.querysets import TermQuerySet
from portal.vocabulary.models import Theme


class Term(ReviewedRecord):
    """A word of the community, with its acronyms, its synonyms and what it means here."""

    class Kind(models.TextChoices):
        NOTION = "notion", _("notion")
        TOOL = "tool", _("tool or device")
        LEGAL_FORM = "legal_form", _("legal form")
        DYNAMIC_TYPE = "dynamic_type", _("type of dynamic")

    name = models.CharField(_("name"), max_length=150, unique=True)
    slug = models.SlugField(_("address"), max_length=150, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.NOTION)
    definition = RichTextField(
        _("definition"),
        features=PROSE,
        help_text=_("First paragraph: the definition alone, in one or two sentences."),
    )
    themes = ParentalManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="terms"
    )
    see_also = ParentalManyToManyField(
        "self", verbose_name=_("see also"), blank=True, symmetrical=False
    )
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = TermQuerySet.as_manager()

    base_form_class = AddressedForm
    panels = [
        TitleFieldPanel("name", placeholder=False, help_text=_("In full; acronyms go below.")),
        FieldPanel("definition"),
        InlinePanel("other_names", heading=_("Acronyms and synonyms"), label=_("other name")),
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
                FieldPanel("see_also", help_text=_("Terms one may take for this one.")),
            ],
            heading=_("Where it belongs"),
        ),
        InlinePanel("citations", heading=_("Sources"), label=_("source")),
        FieldPanel(
            "slug",
            help_text=_("The end of the address; made from the name when empty. Never change it."),
        ),
    ]

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("glossary:term", args=[self.slug])

    def get_preview_template(self, request: object, mode_name: str) -> str:
        return "glossary/term.html"

    def get_preview_context(self, request: object, mode_name: str) -> dict:
        return {"term": self}


class TermName(Orderable):
    """Another way people write a term."""

    class Kind(models.TextChoices):
        ACRONYM = "acronym", _("acronym")
        SYNONYM = "synonym", _("synonym")

    term = ParentalKey(Term, on_delete=models.CASCADE, related_name="other_names")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.SYNONYM)
    name = models.CharField(_("name"), max_length=150)

    class Meta(Orderable.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        constraints = [
            models.UniqueConstraint(
                fields=["term", "name"],
                name="a_term_gives_a_name_once",
                violation_error_message=_("The same name is there twice."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class TermCitation(Citation):
    """Where a definition comes from."""

    term = ParentalKey(Term, on_delete=models.CASCADE, related_name="citations")
