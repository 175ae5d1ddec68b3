"""What search must remember: until the index has caught up, what animators decide, what people ask."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PreviewableMixin

from search.forms import PromotedResultForm, SynonymRuleForm
from search.querysets import (
    AskedQuestionQuerySet,
)


class PendingChange(models.Model):
    """Something whose document must be written again, noted in the transaction of the change itself.

    It stays after it was indexed while a fresh index is being built, which must know of it too.
    """

    uid = models.CharField(_("document"), max_length=100)
    created_at = models.DateTimeField(_("noted at"), auto_now_add=True)
    is_indexed = models.BooleanField(_("indexed, kept for the index being built"), default=False)
    attempts = models.PositiveSmallIntegerField(_("failed attempts"), default=0)

    class Meta:
        verbose_name = _("pending change")
        verbose_name_plural = _("pending changes")
        ordering = ["pk"]
        permissions = [
            ("read_members_documents", _("Can find what is shown to members only")),
        ]

    def __str__(self) -> str:
        return self.uid


class SynonymRule(PreviewableMixin, models.Model):
    """Words that mean the same for this community, besides those the glossary gives."""

    rule = models.CharField(_("words that mean the same"), max_length=300, unique=True)
    note = models.CharField(_("why"), max_length=200, blank=True)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    base_form_class = SynonymRuleForm
    panels = [
        FieldPanel(
            "rule",
            help_text=_(
                "Two ways: “recyclerie, ressourcerie”, each finds the other. One way: “jardin partagé"
                " => agriculture urbaine”, the first also finds the second. Accents, capitals and"
                " plurals do not matter. Effective as soon as it is saved."
            ),
        ),
        FieldPanel("note", help_text=_("For those who come after you; visitors do not read it.")),
    ]

    class Meta:
        verbose_name = _("synonym rule")
        verbose_name_plural = _("synonyms")
        ordering = ["rule"]
        constraints = [
            models.CheckConstraint(condition=~Q(rule=""), name="a_synonym_rule_holds_some_words"),
        ]

    def __str__(self) -> str:
        return self.rule

    def get_preview_template(self, request: object, mode_name: str) -> str:
        return "search/rule_preview.html"

    def get_preview_context(self, request: object, mode_name: str) -> dict:
        return {"rule": self}


class PromotedResult(models.Model):
    """Something animators put first for some questions, and why."""

    questions = models.TextField(_("questions"), max_length=2_000)
    address = models.CharField(_("address"), max_length=500)
    uid = models.CharField(_("document"), max_length=100, editable=False)
    title = models.CharField(_("title"), max_length=255, editable=False)
    why = models.CharField(_("why"), max_length=200)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    base_form_class = PromotedResultForm
    panels = [
        FieldPanel(
            "questions",
            help_text=_(
                "One wording a line: “comment impliquer les habitants”, “mobiliser les habitants”."
                " Accents, capitals, plurals and small words do not matter."
            ),
        ),
        FieldPanel(
            "address",
            help_text=_(
                "The address of a published content of this site, copied from the browser:"
                " /outils/debat-mouvant/"
            ),
        ),
        FieldPanel("why", help_text=_("One sentence, shown to visitors under the result.")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")])],
            heading=_("Days, both included; none at all means always"),
        ),
    ]

    class Meta:
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="a_promotion_ends_after_it_begins",
                violation_error_message=_("The last day comes before the first one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wordings[0]} → {self.title}" if self.wordings else self.title

    @property
    def wordings(self) -> list[str]:
        """Return the questions, one by one."""
        return [line.strip() for line in self.questions.splitlines() if line.strip()]


class AskedQuestion(models.Model):
    """How many times a question was asked in a month, and found nothing. Never by whom nor when."""

    key = models.CharField(_("words, without accents"), max_length=120)
    words = models.CharField(_("question"), max_length=120)
    month = models.DateField(_("month"))
    asked = models.PositiveIntegerField(_("times asked"), default=0)
    unanswered = models.PositiveIntegerField(_("times nothing was found"), default=0)

    objects = AskedQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question asked")
        verbose_name_plural = _("questions asked")
        ordering = ["-month", "-asked", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["month", "key"], name="a_question_is_counted_once_a_month"
            ),
            models.CheckConstraint(
                condition=Q(unanswered__lte=F("asked")),
                name="no_more_unanswered_than_asked_questions",
            ),
        ]

    def __str__(self) -> str:
        return self.words
