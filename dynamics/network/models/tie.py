from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dynamics.network.admin_forms import TieAdminForm
from dynamics.network.models.person import Person
from dynamics.network.models.rules import TIE_RULES
from dynamics.network.panels import TIE_PANELS
from dynamics.network.querysets import TieQuerySet
from dynamics.network.relations import WORDINGS, Relation
from portal.bibliography.models import Source


def _signature(of_whom: str) -> models.ForeignKey:
    """Return who signed; their account may go, what they signed for their side stays."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=of_whom,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )


def _end(name: str, related_name: str) -> models.ForeignKey:
    return models.ForeignKey(
        "directory.Dynamic",
        verbose_name=name,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name=related_name,
    )


def _moment(name: str) -> models.DateTimeField:
    return models.DateTimeField(name, null=True, blank=True, editable=False)


class Tie(models.Model):
    """A typed, sourced, dated link between two dynamics, or between one and somebody outside.

    It leads from a source to a target. Each side confirms it for itself; the team may do so for all.
    """

    class Origin(models.TextChoices):
        STUDY = "study", _("the study")
        TEAM = "team", _("the team")
        MEMBER = "member", _("a member")

    type = models.CharField(_("kind of tie"), max_length=20, choices=Relation)
    source = _end(_("dynamic it starts from"), "ties_out")
    source_person = models.ForeignKey(
        Person,
        verbose_name=_("person it starts from"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="ties",
    )
    source_outside = models.CharField(
        _("organisation outside the directory it starts from"), max_length=150, blank=True
    )
    target = _end(_("dynamic it leads to"), "ties_in")
    target_outside = models.CharField(
        _("organisation or place outside the directory it leads to"), max_length=150, blank=True
    )
    since = models.PositiveSmallIntegerField(_("since"), null=True, blank=True)
    until = models.PositiveSmallIntegerField(_("until"), null=True, blank=True)
    text = models.CharField(
        _("what happened"), max_length=400, help_text=_("One or two sentences.")
    )
    link = models.URLField(_("link to a proof"), max_length=500, blank=True)
    document = models.ForeignKey(
        Source,
        verbose_name=_("document that says so"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    locator = models.CharField(_("where in it"), max_length=250, blank=True)

    origin = models.CharField(
        _("declared by"), max_length=10, choices=Origin, default=Origin.TEAM, editable=False
    )
    declared_by = _signature(_("account that declared it"))
    declared_at = models.DateTimeField(_("declared"), auto_now_add=True)
    confirmed_by_source_side_at = _moment(_("confirmed by the first side on"))
    confirmed_by_source_side_by = _signature(_("confirmed for the first side by"))
    confirmed_by_target_side_at = _moment(_("confirmed by the second side on"))
    confirmed_by_target_side_by = _signature(_("confirmed for the second side by"))
    confirmed_by_team_at = _moment(_("confirmed by the team on"))
    confirmed_by_team_by = _signature(_("confirmed for the team by"))
    refused_at = _moment(_("refused on"))
    refused_by = _signature(_("refused by"))
    updated_at = models.DateTimeField(_("updated"), auto_now=True, db_index=True)

    objects = TieQuerySet.as_manager()

    base_form_class = TieAdminForm
    panels = TIE_PANELS

    class Meta:
        verbose_name = _("tie")
        verbose_name_plural = _("ties")
        ordering = ["pk"]
        constraints = TIE_RULES

    def __str__(self) -> str:
        return f"{self.source_name} {WORDINGS[self.type].forwards} {self.target_name}"

    @property
    def source_name(self) -> str:
        """Who it starts from."""
        return str(self.source or self.source_person or self.source_outside)

    @property
    def target_name(self) -> str:
        """Who it leads to."""
        return str(self.target or self.target_outside)

    @property
    def is_confirmed(self) -> bool:
        """Whether both sides, or the team, stand for it."""
        both = self.confirmed_by_source_side_at and self.confirmed_by_target_side_at
        return bool(self.confirmed_by_team_at or both)

    @property
    def predicate(self) -> str:
        """The closest property of a shared vocabulary."""
        return WORDINGS[self.type].predicate

    @property
    def citation(self) -> str:
        """The document that says so and where in it, in words."""
        if not self.document:
            return ""
        return f"{self.document.short}, {self.locator}" if self.locator else self.document.short

    @property
    def dates(self) -> str:
        """Since when, and until when, in figures."""
        if self.since and self.until:
            return str(self.since) if self.since == self.until else f"{self.since}–{self.until}"
        return str(self.since or "")
