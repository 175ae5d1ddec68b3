from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.vocabulary.forms import EntryForm
from portal.vocabulary.labels import forget_labels


class Entry(models.Model):
    """One entry of a closed vocabulary. Its code is public: it never changes."""

    code = models.SlugField(_("code"), unique=True)
    label = models.CharField(_("label"), max_length=150)
    description = models.TextField(_("description"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    base_form_class = EntryForm
    panels = [
        FieldPanel("label", help_text=_("What people read. It may be corrected at any time.")),
        FieldPanel("description"),
        FieldPanel("position", help_text=_("The smallest comes first.")),
        FieldPanel("code", help_text=_("What programs read. It never changes once chosen.")),
    ]

    class Meta:
        abstract = True
        ordering = ["position", "label"]

    def __str__(self) -> str:
        return self.label

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep it, and forget the labels of before."""
        super().save(*args, **kwargs)
        forget_labels(type(self))


class Theme(Entry):
    """What a method or a dynamic is about: the study's six themes, support and evaluation."""

    class Meta(Entry.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class Phase(Entry):
    """A moment in the life of a dynamic, from emergence to "faire système"."""

    class Meta(Entry.Meta):
        verbose_name = _("phase")
        verbose_name_plural = _("phases")


class Barrier(Entry):
    """Something that holds cooperation back."""

    class Meta(Entry.Meta):
        verbose_name = _("barrier")
        verbose_name_plural = _("barriers")
