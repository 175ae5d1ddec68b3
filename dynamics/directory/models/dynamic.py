from taggit.models import TaggedItemBase

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.models import Revision

from dynamics.directory.forms import DynamicForm
from dynamics.directory.models.classification import DynamicType, LegalForm
from dynamics.directory.models.standing import Tombstone
from dynamics.directory.panels import DYNAMIC_EDITOR
from dynamics.directory.querysets import DynamicQuerySet
from portal.core.blocks import ProseBlocks
from portal.core.constraints import between
from portal.core.editorial import ReviewedRecord
from portal.core.models import SitePage
from portal.territories.models import Commune, Department, Region
from portal.vocabulary.models import Barrier, Phase, Theme


class Dynamic(ReviewedRecord):
    """A collective dynamic of the directory: what, where, since when, which type, which phase."""

    class Initiator(models.TextChoices):
        PUBLIC = "public", _("public authorities")
        CIVIL_SOCIETY = "civil_society", _("civil society")
        HYBRID = "hybrid", _("civil society and public authorities")

    class DevelopmentLogic(models.TextChoices):
        POOLING = "pooling", _("concentration and pooling")
        POLLINATION = "pollination", _("diffusion and pollination")
        NETWORKING = "networking", _("networking")

    class PlacePrecision(models.TextChoices):
        ADDRESS = "address", _("address")
        COMMUNE = "commune", _("commune")
        TERRITORY = "territory", _("a wider territory")
        UNKNOWN = "unknown", _("unknown")

    class Involvement(models.IntegerChoices):
        NONE = 0, _("none")
        SOME = 1, _("some")
        STRONG = 2, _("strong")
        VERY_STRONG = 3, _("very strong")

    name = models.CharField(_("name"), max_length=150)
    full_name = models.CharField(_("full name"), max_length=250, blank=True)
    slug = models.SlugField(_("address"), max_length=150, unique=True)
    type = models.ForeignKey(
        DynamicType, verbose_name=_("type"), on_delete=models.PROTECT, related_name="dynamics"
    )
    is_in_study = models.BooleanField(
        _("in the study"), default=False, help_text=_("One of the seventeen of the field study.")
    )
    summary = models.TextField(_("summary"), max_length=400)
    presentation = StreamField(
        ProseBlocks(),
        verbose_name=_("presentation"),
        blank=True,
        help_text=_("For a dynamic without monograph: what one should know of it."),
    )
    website = models.URLField(_("website"), blank=True)
    tags = ClusterTaggableManager(
        through="directory.DynamicTag", verbose_name=_("keywords"), blank=True
    )

    place_label = models.CharField(_("place, in words"), max_length=150)
    territory = models.CharField(_("territory served"), max_length=250, blank=True)
    commune = models.ForeignKey(
        Commune,
        verbose_name=_("commune on the map"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="dynamics",
    )
    department = models.ForeignKey(
        Department,
        verbose_name=_("département, when it is not in one commune"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="dynamics",
    )
    region = models.ForeignKey(
        Region,
        verbose_name=_("région, when it is not in one département"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="dynamics",
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    place_precision = models.CharField(
        _("what the dot stands for"),
        max_length=10,
        choices=PlacePrecision,
        default=PlacePrecision.UNKNOWN,
    )

    created_year = models.PositiveSmallIntegerField(_("since"), null=True, blank=True)
    created_note = models.CharField(_("what happened then"), max_length=250, blank=True)
    phase = models.ForeignKey(
        Phase,
        verbose_name=_("phase"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="dynamics",
    )
    phase_note = models.CharField(_("why this phase"), max_length=400, blank=True)
    initiator = models.CharField(_("initiator"), max_length=20, choices=Initiator, blank=True)
    development_logic = models.CharField(
        _("logic of development"), max_length=20, choices=DevelopmentLogic, blank=True
    )
    legal_forms = ParentalManyToManyField(
        LegalForm, verbose_name=_("legal forms"), blank=True, related_name="dynamics"
    )
    legal_note = models.TextField(_("on the legal forms"), blank=True)
    themes = ParentalManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="dynamics"
    )
    barriers = ParentalManyToManyField(
        Barrier, verbose_name=_("barriers met"), blank=True, related_name="dynamics"
    )
    inhabitants_involvement = models.PositiveSmallIntegerField(
        _("involvement of inhabitants"), choices=Involvement, null=True, blank=True
    )
    debate = models.PositiveSmallIntegerField(
        _("debate and shared decision"), choices=Involvement, null=True, blank=True
    )

    is_conforming = models.BooleanField(
        _("conforms to the charter"),
        default=True,
        help_text=_("The others stay in the directory, and are shown to those who ask for them."),
    )
    licence = models.CharField(_("licence"), max_length=60, default="Licence Ouverte 2.0")
    verified_at = models.DateField(_("verified on"), null=True, blank=True)
    freshness_asked_at = models.DateField(
        _("asked whether it is still true on"), null=True, blank=True, editable=False
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = DynamicQuerySet.as_manager()

    base_form_class = DynamicForm
    edit_handler = DYNAMIC_EDITOR

    class Meta:
        verbose_name = _("dynamic")
        verbose_name_plural = _("dynamics")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=between("latitude", -90, 90),
                name="a_dynamic_lies_between_the_poles",
                violation_error_message=_("A latitude lies between -90 and 90."),
            ),
            models.CheckConstraint(
                condition=between("longitude", -180, 180),
                name="a_dynamic_lies_on_the_globe",
                violation_error_message=_("A longitude lies between -180 and 180."),
            ),
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
                name="a_dynamic_has_both_coordinates_or_none",
                violation_error_message=_("Give both coordinates, or none."),
            ),
            models.CheckConstraint(
                condition=between("created_year", 1800, 2200),
                name="a_dynamic_was_created_in_a_real_year",
                violation_error_message=_("This year cannot be right: four figures are expected."),
            ),
            models.CheckConstraint(
                condition=between("inhabitants_involvement", 0, 3),
                name="involvement_goes_from_none_to_three",
                violation_error_message=_("The involvement of inhabitants goes from 0 to 3."),
            ),
            models.CheckConstraint(
                condition=between("debate", 0, 3),
                name="debate_goes_from_none_to_three",
                violation_error_message=_("Debate goes from 0 to 3."),
            ),
            models.CheckConstraint(
                condition=models.Q(commune__isnull=True, department__isnull=True)
                | models.Q(commune__isnull=True, region__isnull=True)
                | models.Q(department__isnull=True, region__isnull=True),
                name="a_dynamic_is_in_one_commune_department_or_region",
                violation_error_message=_(
                    "Give a commune, a département or a région: one of them."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def place_department(self) -> Department | None:
        """The département it is in, when it is within one."""
        return self.commune.department if self.commune else self.department

    @property
    def place_region(self) -> Region | None:
        """The région it is in, when it is within one."""
        department = self.place_department
        return department.region if department else self.region

    def get_absolute_url(self) -> str:
        """The address of the monograph, or of the record when there is none."""
        return f"/dynamiques/{self.slug}/"

    def publish(self, revision: Revision, **options: object) -> None:
        """Publish a version; a record that had been withdrawn is there again."""
        super().publish(revision, **options)
        for slug in type(self).objects.filter(pk=self.pk).values_list("slug", flat=True):
            Tombstone.objects.lift(slug)

    def unpublish(self, **options: object) -> None:
        """Withdraw the record: its address says so, and the open data too."""
        super().unpublish(**options)
        if self.first_published_at:
            Tombstone.objects.lay(self.slug, self.name)

    def leave_address_of(self, known: "Dynamic") -> None:
        """Lead on from the former address, and say so to those who copied the record."""
        super().leave_address_of(known)
        Tombstone.objects.lay_at_former_address(known.slug, self)

    def delete(self, *arguments: object, **options: object) -> tuple[int, dict[str, int]]:
        """Take the record away; when everybody could read it once, its address says that it is gone."""
        slug, name, was_public = self.slug, self.name, self.live or self.first_published_at
        Tombstone.objects.bereave([self.pk])
        outcome = super().delete(*arguments, **options)
        if was_public:
            Tombstone.objects.lay(slug, name)
        return outcome

    def with_content_json(self, content: dict) -> "Dynamic":
        """Read a version; when its members were last asked is no part of any."""
        version = super().with_content_json(content)
        version.freshness_asked_at = self.freshness_asked_at
        return version

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "directory/record.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict:
        return {"dynamic": self, "identity_sources": self.citations.all()}


class DynamicTag(TaggedItemBase):
    """A keyword of a dynamic."""

    content_object = ParentalKey(Dynamic, on_delete=models.CASCADE, related_name="tagged_items")


class DirectoryPage(SitePage):
    """The door of the directory. Its list is a view (`dynamics.directory.views.index`)."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["monographs.MonographPage"]
    max_count = 1
    page_description = _("The directory: every dynamic, as a list or on a map.")
    preview_modes: list = []

    class Meta:
        verbose_name = _("directory")
