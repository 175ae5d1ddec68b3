from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel

from dynamics.network.querysets import PersonQuerySet


class Person(models.Model):
    """Somebody who links dynamics, shown in the network only once they agreed to it."""

    name = models.CharField(_("name"), max_length=150)
    role = models.CharField(
        _("public role"),
        max_length=200,
        help_text=_("What they are known for in public, in a few words."),
    )
    is_shown = models.BooleanField(_("shown in the network"), default=False)
    consent_given_at = models.DateField(
        _("agreed on"),
        null=True,
        blank=True,
        help_text=_("The day they said yes to being named in the public network."),
    )

    objects = PersonQuerySet.as_manager()

    panels = [
        HelpPanel(
            _(
                "Write here only people who were asked. Deleting somebody erases their name and "
                "their ties at once."
            )
        ),
        FieldPanel("name"),
        FieldPanel("role"),
        FieldPanel("consent_given_at"),
        FieldPanel("is_shown"),
    ]

    class Meta:
        verbose_name = _("person of the network")
        verbose_name_plural = _("persons of the network")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_shown=False) | Q(consent_given_at__isnull=False),
                name="a_person_is_shown_only_once_they_agreed",
                violation_error_message=_("Nobody is shown without a date of consent."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
