from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.contributions.querysets import ContributionQuerySet


class Contribution(models.Model):
    """Something that somebody proposes: a new thing or a correction, until an animator judges it."""

    class State(models.TextChoices):
        SUBMITTED = "submitted", _("to be judged")
        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("refused")

    kind = models.CharField(_("kind"), max_length=40)
    target = models.CharField(
        _("what it is about"),
        max_length=40,
        blank=True,
        help_text=_("The key of what it corrects, or of what came of it; empty until then."),
    )
    title = models.CharField(_("title"), max_length=200)
    payload = models.JSONField(_("what is proposed"), default=dict, blank=True)
    note = models.TextField(_("explanation"), max_length=1000, blank=True)
    credit = models.CharField(_("name to thank"), max_length=80, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="contributions",
    )
    email = models.EmailField(_("address for the answer"), blank=True)
    consented_at = models.DateTimeField(_("consented on"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.SUBMITTED)
    submitted_at = models.DateTimeField(_("submitted on"), auto_now_add=True)
    judged_at = models.DateTimeField(_("judged on"), null=True, blank=True)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("judged by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="judged_contributions",
    )
    reason = models.TextField(_("why it is refused"), max_length=1000, blank=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["-submitted_at", "-pk"]
        indexes = [models.Index(fields=["kind", "target"], name="contribution_target")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="submitted", judged_at__isnull=True)
                | Q(state__in=("accepted", "refused"), judged_at__isnull=False),
                name="a_judgment_is_dated",
            ),
            # The account of a judge may be erased; a judge without a judgment makes no sense.
            models.CheckConstraint(
                condition=Q(judged_by__isnull=True) | Q(judged_at__isnull=False),
                name="only_what_is_judged_has_a_judge",
            ),
            models.CheckConstraint(
                condition=Q(author__isnull=True)
                | Q(judged_by__isnull=True)
                | ~Q(author=F("judged_by")),
                name="nobody_judges_their_own_contribution",
            ),
            models.CheckConstraint(
                condition=Q(state="refused") & ~Q(reason="") | ~Q(state="refused") & Q(reason=""),
                name="a_refusal_and_only_it_says_why",
            ),
            models.CheckConstraint(
                condition=Q(email="", consented_at__isnull=True)
                | ~Q(email="") & Q(consented_at__isnull=False),
                name="an_address_is_kept_only_with_consent",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has judged it yet."""
        return self.state == self.State.SUBMITTED


class Attempts(models.Model):
    """How many times something was tried from one place within an hour; the next hour it is forgotten."""

    key = models.CharField(max_length=80)
    hour = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key", "hour"], name="attempts_of_an_hour_are_counted_together"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hour:%H:%M}: {self.count}"
