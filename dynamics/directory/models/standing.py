"""Where a record comes from, which numbers name it, who looks after it, and what became of those that left."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from dynamics.directory import identifiers
from dynamics.directory.membership_form import MembershipForm


class Identifier(Orderable):
    """A number or code under which a dynamic is known elsewhere."""

    class Scheme(models.TextChoices):
        SIREN = "siren", _("SIREN number")
        SIRET = "siret", _("SIRET number")
        RNA = "rna", _("RNA number")
        NEQ = "neq", _("NEQ number (Québec)")
        BCE = "bce", _("BCE number (Belgium)")
        COMMUNE = "commune", _("INSEE code of a commune")
        WIKIDATA = "wikidata", _("Wikidata item")

    dynamic = ParentalKey("directory.Dynamic", on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("register"), max_length=10, choices=Scheme)
    # Wider than any number: people paste spaces, and addresses of Wikidata.
    value = models.CharField(_("number"), max_length=80, db_index=True)

    panels = [FieldPanel("scheme"), FieldPanel("value")]

    class Meta(Orderable.Meta):
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        constraints = [
            models.UniqueConstraint(
                fields=["dynamic", "scheme", "value"],
                name="a_dynamic_bears_a_number_once",
                violation_error_message=_("The same number is there twice."),
            ),
            models.CheckConstraint(
                condition=reduce(
                    or_,
                    (
                        Q(scheme=scheme, value__regex=shape)
                        for scheme, shape in identifiers.SHAPES.items()
                    ),
                ),
                name="a_number_has_the_shape_of_its_register",
                violation_error_message=_("This number is not written as its register does."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.spaced}"

    def clean(self) -> None:
        """Write the number as its register does; refuse what cannot be one."""
        self.value = identifiers.checked(self.scheme, self.value)

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the number as its register writes it, whoever gives it."""
        self.value = identifiers.normalised(self.scheme, self.value)
        super().save(*args, **kwargs)

    @property
    def spaced(self) -> str:
        """The number as people read it."""
        return identifiers.spaced(self.scheme, self.value)

    @property
    def address(self) -> str:
        """The page of the register about it, where there is one."""
        return identifiers.address(self.scheme, self.value)


class Provenance(models.Model):
    """Where a record was taken from: whose file, which row of it, under which licence, when."""

    dynamic = ParentalKey("directory.Dynamic", on_delete=models.CASCADE, related_name="provenances")
    source = models.CharField(_("source"), max_length=150)
    source_id = models.CharField(_("identifier in the source"), max_length=150)
    licence = models.CharField(_("licence"), max_length=60, blank=True)
    link = models.URLField(_("link"), max_length=500, blank=True)
    date = models.DateField(_("taken on"))

    class Meta:
        verbose_name = _("provenance")
        verbose_name_plural = _("provenances")
        ordering = ["date", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_id"], name="a_row_of_a_source_is_taken_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} ({self.source_id})"

    @property
    def code(self) -> str:
        """What its source is called in an address: `?origin=…`."""
        return slugify(self.source)


class Membership(models.Model):
    """Somebody who looks after the record of a dynamic."""

    dynamic = models.ForeignKey(
        "directory.Dynamic",
        verbose_name=_("dynamic"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    since = models.DateTimeField(_("since"), auto_now_add=True)

    panels = [FieldPanel("dynamic"), FieldPanel("user")]
    base_form_class = MembershipForm

    class Meta:
        verbose_name = _("member of a dynamic")
        verbose_name_plural = _("members of dynamics")
        ordering = ["dynamic", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dynamic", "user"], name="a_person_is_member_of_a_dynamic_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.dynamic}"


class TombstoneManager(models.Manager):
    """Lays a stone when a record goes, lifts it when the record comes back."""

    def lay(self, slug: str, name: str, *, replaced_by: models.Model | None = None) -> None:
        """Say that the record of this address is gone, and what replaces it, if anything does."""
        reason = Tombstone.Reason.MERGED if replaced_by else Tombstone.Reason.WITHDRAWN
        facts = {"name": name, "reason": reason, "replaced_by": replaced_by}
        self.update_or_create(slug=slug, defaults=facts | {"gone_at": timezone.now()})

    def lay_at_former_address(self, slug: str, record: models.Model) -> None:
        """Say that a record left this address for another one."""
        facts = {"name": record.name, "reason": Tombstone.Reason.RENAMED, "replaced_by": record}
        self.update_or_create(slug=slug, defaults=facts | {"gone_at": timezone.now()})

    def hand_over(self, gone: models.Model, kept: models.Model) -> None:
        """Lead to another record what led to this one."""
        self.filter(replaced_by=gone.pk).update(replaced_by=kept.pk)

    def bereave(self, gone: Iterable[int]) -> None:
        """Keep the stones that led to these records, which are about to go: nothing replaces what they tell."""
        facts = {"reason": Tombstone.Reason.WITHDRAWN, "replaced_by": None}
        self.filter(replaced_by__in=list(gone)).update(**facts, gone_at=timezone.now())

    def lay_all(self, gone: Iterable[tuple[str, str]]) -> None:
        """Say the same of many records at once, each by its address and its name."""
        now, reason = timezone.now(), Tombstone.Reason.WITHDRAWN
        self.bulk_create(
            [Tombstone(slug=slug, name=name, reason=reason, gone_at=now) for slug, name in gone],
            update_conflicts=True,
            unique_fields=["slug"],
            update_fields=["name", "reason", "replaced_by", "gone_at"],
        )

    def lift(self, slug: str) -> None:
        """Forget that the record of this address was gone: it is there again."""
        self.filter(slug=slug).delete()


class Tombstone(models.Model):
    """A record that is not at this address any more: withdrawn, merged into another one, or moved."""

    class Reason(models.TextChoices):
        MERGED = "merged", _("merged into another record")
        RENAMED = "renamed", _("moved to another address")
        WITHDRAWN = "withdrawn", _("withdrawn")

    slug = models.SlugField(_("address"), max_length=150, unique=True)
    name = models.CharField(_("name"), max_length=150)
    reason = models.CharField(_("why"), max_length=10, choices=Reason)
    replaced_by = models.ForeignKey(
        "directory.Dynamic",
        verbose_name=_("replaced by"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="tombstones",
    )
    gone_at = models.DateTimeField(_("gone since"), db_index=True)

    objects = TombstoneManager()

    class Meta:
        verbose_name = _("record that is gone")
        verbose_name_plural = _("records that are gone")
        ordering = ["-gone_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__in=["merged", "renamed"], replaced_by__isnull=False)
                | Q(reason="withdrawn", replaced_by__isnull=True),
                name="a_merged_record_says_what_replaces_it",
            ),
        ]

    def __str__(self) -> str:
        return self.name
