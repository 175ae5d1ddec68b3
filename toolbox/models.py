from taggit.models import TaggedItemBase

from django.db import models, transaction
from django.db.models import F, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.models import PageManager

from portal.bibliography.models import Citation
from portal.core import departures
from portal.core.blocks import PointsBlock, ProseBlocks, StepsBlock
from portal.core.departures import Moment
from portal.core.models import SitePage
from portal.vocabulary.models import Barrier, Phase, Theme
from toolbox import presentation
from toolbox.blocks import QuestionsBlock, VariantsBlock
from toolbox.panels import METHOD_EDITOR
from toolbox.querysets import MethodQuerySet


class MethodIndexPage(SitePage):
    """The door of the referential. Its list is a view (`toolbox.views.index`)."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["toolbox.MethodPage"]
    max_count = 1
    page_description = _("The referential: every method, with filters.")
    preview_modes: list = []

    class Meta:
        verbose_name = _("referential")


class MethodPage(SitePage):
    """One method of the referential: what for, when, with whom, and how."""

    class Kind(models.TextChoices):
        ANIMATION = "animation", _("animation")
        DIAGNOSTIC = "diagnostic", _("diagnosis")
        PROJECT_ENGINEERING = "project_engineering", _("project engineering")
        PARTICIPATION = "participation", _("participation")
        COOPERATION = "cooperation", _("cooperation")
        GOVERNANCE = "governance", _("governance")
        FUNDING = "funding", _("funding")
        EVALUATION = "evaluation", _("evaluation")
        SUPPORT = "support", _("peer support")
        COMMUNICATION = "communication", _("communication")
        DIGITAL = "digital", _("digital tool")

    template = "toolbox/method_page.html"
    parent_page_types = ["toolbox.MethodIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A tool or method: what for, when, with whom, how.")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    purpose = StreamField(ProseBlocks(), verbose_name=_("what for"), blank=True)
    steps = StreamField(StepsBlock(), verbose_name=_("how to go about it"), blank=True)
    cautions = StreamField(PointsBlock(), verbose_name=_("points of attention"), blank=True)
    variants = StreamField(VariantsBlock(), verbose_name=_("variants"), blank=True)
    questions = StreamField(QuestionsBlock(), verbose_name=_("self-diagnosis"), blank=True)

    phases = ParentalManyToManyField(
        Phase, verbose_name=_("phases"), blank=True, related_name="methods"
    )
    themes = ParentalManyToManyField(Theme, verbose_name=_("themes"), related_name="methods")
    barriers = ParentalManyToManyField(
        Barrier, verbose_name=_("barriers it helps with"), blank=True, related_name="methods"
    )
    tags = ClusterTaggableManager(
        through="toolbox.MethodTag", verbose_name=_("keywords"), blank=True
    )

    participants = models.CharField(_("who takes part"), max_length=250, blank=True)
    min_participants = models.PositiveIntegerField(
        _("participants, at least"), null=True, blank=True
    )
    max_participants = models.PositiveIntegerField(
        _("participants, at most"), null=True, blank=True
    )
    duration = models.CharField(_("how long"), max_length=250, blank=True)
    promoted_by = models.CharField(
        _("invented or promoted by"),
        max_length=250,
        blank=True,
        help_text=_("An organisation that a source names."),
    )
    derived_from = models.ForeignKey(
        "self",
        verbose_name=_("borrowed or adapted from"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="adaptations",
    )

    objects = PageManager.from_queryset(MethodQuerySet)()

    edit_handler = METHOD_EDITOR

    class Meta:
        verbose_name = _("method")
        verbose_name_plural = _("methods")
        constraints = [
            models.CheckConstraint(
                condition=Q(min_participants=None)
                | Q(max_participants=None)
                | Q(min_participants__lte=F("max_participants")),
                name="a_method_has_room_for_its_smallest_group",
                violation_error_message=_(
                    "The smallest group cannot be bigger than the biggest one."
                ),
            ),
        ]

    @transaction.atomic
    def save(self, *arguments: object, **options: object) -> None:
        """Save, and tell those who copied the method when it leaves its address: Wagtail says so only after."""
        known = MethodPage.objects.filter(pk=self.pk).first() if self.pk else None
        super().save(*arguments, **options)
        if known and known.slug != self.slug:
            departures.note(known, Moment.MOVED)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        return super().get_context(request, *args, **kwargs) | presentation.context_for(self)


class MethodTag(TaggedItemBase):
    """A keyword of a method."""

    content_object = ParentalKey(MethodPage, on_delete=models.CASCADE, related_name="tagged_items")


class MethodCitation(Citation):
    """Where the facts of a method come from."""

    page = ParentalKey(MethodPage, on_delete=models.CASCADE, related_name="citations")
