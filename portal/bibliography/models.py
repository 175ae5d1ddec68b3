from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class Source(models.Model):
    """A document the facts of the portal come from."""

    key = models.SlugField(
        _("key"), unique=True, help_text=_("Short and stable: content files cite it.")
    )
    title = models.CharField(_("title"), max_length=300)
    author = models.CharField(_("author"), max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    short = models.CharField(
        _("short form"), max_length=150, help_text=_("How it is cited in a line.")
    )
    url = models.URLField(_("address"), blank=True)
    note = models.TextField(_("note"), blank=True)

    panels = [
        FieldPanel("title"),
        FieldPanel("short"),
        FieldPanel("author"),
        FieldPanel("year"),
        FieldPanel("url"),
        FieldPanel("note"),
        FieldPanel("key"),
    ]

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["-year", "title"]

    def __str__(self) -> str:
        return self.short


class Citation(Orderable):
    """Where in which document something comes from."""

    source = models.ForeignKey(
        Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="+"
    )
    locator = models.CharField(
        _("where in it"),
        max_length=250,
        blank=True,
        help_text=_("Chapter, and the sub-heading in quotation marks when it helps."),
    )

    panels = [FieldPanel("source"), FieldPanel("locator")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.source.short}, {self.locator}" if self.locator else self.source.short
