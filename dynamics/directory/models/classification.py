from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.vocabulary.models import Entry


class DynamicType(Entry):
    """A family of dynamics, as the study words it: tiers-lieu, monnaie locale, PTCE…"""

    short_label = models.CharField(_("short label"), max_length=60, blank=True)
    term_slug = models.SlugField(
        _("glossary entry"), max_length=150, blank=True, help_text=_("Its address in the glossary.")
    )

    panels = [*Entry.panels, FieldPanel("short_label"), FieldPanel("term_slug")]

    class Meta(Entry.Meta):
        verbose_name = _("type of dynamic")
        verbose_name_plural = _("types of dynamics")

    @property
    def name(self) -> str:
        """The label that fits in a card."""
        return self.short_label or self.label


class LegalForm(Entry):
    """A legal form that carries a dynamic."""

    class Meta(Entry.Meta):
        verbose_name = _("legal form")
        verbose_name_plural = _("legal forms")
