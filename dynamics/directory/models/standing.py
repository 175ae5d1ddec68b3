"""Where a record comes from, which numbers name it, who looks after it, and what became of those that left."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


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
    value = models.CharField(_("number"), max_length=20, db_index=True)

    class Meta(Orderable.Meta):
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        constraints = [
            models.UniqueConstraint(
                fields=["dynamic", "scheme", "value"],
                name="a_dynamic_bears_a_number_once",
                violation_error_message=_("The same number is there twice."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.value}"


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


class Tombstone(models.Model):
    """A record that is not there any more: withdrawn, or merged into another one."""

    class Reason(models.TextChoices):
        MERGED = "merged", _("merged into another record")
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

    class Meta:
        verbose_name = _("record that is gone")
        verbose_name_plural = _("records that are gone")
        ordering = ["-gone_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reason="merged", replaced_by__isnull=False)
                | Q(reason="withdrawn", replaced_by__isnull=True),
                name="a_merged_record_says_what_replaces_it",
            ),
        ]

    def __str__(self) -> str:
        return self.name
