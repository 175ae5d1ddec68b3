from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from portal.bibliography.models import Citation
from portal.core.constraints import between


class ResourceLevel(Orderable):
    """How much one kind of resource weighs: the plus signs of the study's table (chapter 1.5)."""

    class Kind(models.TextChoices):
        PUBLIC_SUBSIDIES = "public_subsidies", _("public subsidies")
        PRIVATE_GRANTS = "private_grants", _("private grants and sponsorship")
        SALES = "sales", _("sales of products or services")
        MEMBERSHIP_FEES = "membership_fees", _("membership fees")
        REVENUE_LEVY = "revenue_levy", _("levy on turnover")
        CITIZEN_FUNDING = "citizen_funding", _("citizen funding")
        LOANS = "loans", _("loans")
        IN_KIND = "in_kind", _("non-monetary resources")

    dynamic = ParentalKey(
        "directory.Dynamic", on_delete=models.CASCADE, related_name="resource_levels"
    )
    structure = models.CharField(
        _("structure"),
        max_length=60,
        blank=True,
        help_text=_("Only when a dynamic has several structures, each with its own resources."),
    )
    kind = models.CharField(_("kind of resource"), max_length=20, choices=Kind)
    level = models.PositiveSmallIntegerField(_("level"), help_text=_("From 1 (+) to 3 (+++)."))

    class Meta(Orderable.Meta):
        verbose_name = _("resource")
        verbose_name_plural = _("resources")
        constraints = [
            models.UniqueConstraint(
                fields=["dynamic", "structure", "kind"],
                name="a_structure_rates_a_resource_once",
                violation_error_message=_(
                    "The same resource of the same structure is there twice."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(level__gte=1, level__lte=3),
                name="a_resource_weighs_one_to_three_plus_signs",
                violation_error_message=_("The level of a resource goes from 1 to 3."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {'+' * self.level}"


class Milestone(Orderable):
    """A dated moment in the life of a dynamic, as precise as the source is."""

    class Precision(models.TextChoices):
        YEAR = "year", _("year")
        MONTH = "month", _("month")
        DAY = "day", _("day")

    dynamic = ParentalKey("directory.Dynamic", on_delete=models.CASCADE, related_name="milestones")
    date = models.DateField(_("date"), help_text=_("The first day, when only a year is known."))
    precision = models.CharField(
        _("precision"), max_length=5, choices=Precision, default=Precision.YEAR
    )
    end_year = models.PositiveSmallIntegerField(_("until (year)"), null=True, blank=True)
    text = models.TextField(_("what happened"))
    source = models.CharField(_("source"), max_length=250, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["date", "sort_order"]
        constraints = [
            models.CheckConstraint(
                condition=between("end_year", 1800, 2200),
                name="a_milestone_ends_in_a_real_year",
                violation_error_message=_("This year cannot be right: four figures are expected."),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class KeyFigure(Orderable):
    """A figure worth showing big, with its date and its source."""

    dynamic = ParentalKey("directory.Dynamic", on_delete=models.CASCADE, related_name="key_figures")
    value = models.CharField(_("figure, with its unit"), max_length=40)
    label = models.CharField(_("what it counts"), max_length=200)
    date = models.CharField(_("when"), max_length=40, blank=True)
    source = models.CharField(_("source"), max_length=250, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("key figure")
        verbose_name_plural = _("key figures")

    def __str__(self) -> str:
        return f"{self.value} {self.label}"


class Decision(Orderable):
    """Two passages disagree: which one was followed, and why."""

    dynamic = ParentalKey("directory.Dynamic", on_delete=models.CASCADE, related_name="decisions")
    about = models.CharField(_("about"), max_length=150)
    followed = models.TextField(_("followed"))
    instead_of = models.TextField(_("instead of"), blank=True)
    why = models.TextField(_("why"))

    class Meta(Orderable.Meta):
        verbose_name = _("reading choice")
        verbose_name_plural = _("reading choices")

    def __str__(self) -> str:
        return self.about


class DynamicCitation(Citation):
    """Where the identity card of a dynamic comes from."""

    dynamic = ParentalKey("directory.Dynamic", on_delete=models.CASCADE, related_name="citations")
    panels = [FieldPanel("source"), FieldPanel("locator")]
