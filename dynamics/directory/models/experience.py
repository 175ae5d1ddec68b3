from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from portal.core import departures
from portal.core.constraints import between
from portal.core.departures import Moment


class Experience(models.Model):
    """What somebody did with a method and what it gave: « testé ici »."""

    method = models.ForeignKey(
        "toolbox.MethodPage",
        verbose_name=_("method"),
        on_delete=models.CASCADE,
        related_name="experiences",
    )
    dynamic = models.ForeignKey(
        "directory.Dynamic",
        verbose_name=_("dynamic"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="experiences",
    )
    organisation = models.CharField(
        _("organisation"),
        max_length=150,
        blank=True,
        help_text=_("Somebody who is not in the directory."),
    )
    text = models.TextField(_("what they did, and what it gave"))
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=250, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    panels = [
        FieldPanel("method"),
        FieldRowPanel([FieldPanel("dynamic"), FieldPanel("organisation")]),
        FieldPanel(
            "text", help_text=_("One to three sentences; what failed is worth telling too.")
        ),
        FieldRowPanel([FieldPanel("year"), FieldPanel("source")]),
    ]

    class Meta:
        verbose_name = _("experience")
        verbose_name_plural = _("experiences")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(dynamic__isnull=False, organisation="")
                | (Q(dynamic__isnull=True) & ~Q(organisation="")),
                name="an_experience_belongs_to_one_dynamic_or_one_organisation",
                violation_error_message=_(
                    "Choose a dynamic of the directory, or name another organisation: one of the two."
                ),
            ),
            models.CheckConstraint(
                condition=between("year", 1800, 2200),
                name="an_experience_has_a_real_year",
                violation_error_message=_("This year cannot be right: four figures are expected."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.method} · {self.dynamic or self.organisation}"

    def save(self, **options: object) -> None:
        """Save; who told it or of what may have been corrected: those named until now are named no more."""
        known = type(self).objects.filter(pk=self.pk).first() if self.pk else None
        super().save(**options)
        ends = (self.dynamic_id, self.method_id)
        if known and (known.dynamic_id, known.method_id) != ends:
            departures.note(known, Moment.MOVED)
