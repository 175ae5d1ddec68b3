from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from portal.core.forms import SitePageForm


class SitePage(Page):
    """A page of the portal: a title, and one or two sentences that say what one will find."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences, shown in lists and by other sites."),
    )

    base_form_class = SitePageForm
    content_panels = [*Page.content_panels, FieldPanel("summary")]

    class Meta:
        abstract = True


class LoadedFile(models.Model):
    """A content file that was loaded, as it was then: what did not change is not loaded again."""

    purpose = models.CharField(max_length=40)
    name = models.CharField(max_length=150)
    checksum = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["purpose", "name"], name="a_file_is_loaded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose}: {self.name}"

    @classmethod
    def checksums(cls, purpose: str) -> dict[str, str]:
        """Return the checksum of each file loaded for this purpose, by name."""
        return dict(cls.objects.filter(purpose=purpose).values_list("name", "checksum"))


class Departure(models.Model):
    """Something that everybody could read and that is not there any more, for those who copied it."""

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=255)
    name = models.CharField(max_length=255, blank=True)
    # The key of what took its place, when it only changed address.
    replaced_by = models.CharField(max_length=255, blank=True)
    gone_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="a_thing_leaves_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.key}"
