"""The sections of a monograph: the study's five dimensions of analysis, then what to remember."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Section(models.TextChoices):
    """One section; its value is the name of its field."""

    SPRING = "spring", _("The spring")
    KINETIC_ENERGY = "kinetic_energy", _("The kinetic energy")
    INNER_STRENGTH = "inner_strength", _("The inner strength")
    IMPACT = "impact", _("The impact on the territory")
    SYSTEM = "system", _("“Faire système”")
    REMARKABLE_POINTS = "remarkable_points", _("Remarkable points")
    OPEN_QUESTIONS = "open_questions", _("Open questions")
    OPPORTUNITIES = "opportunities", _("Opportunities")


DIMENSIONS = (
    Section.SPRING,
    Section.KINETIC_ENERGY,
    Section.INNER_STRENGTH,
    Section.IMPACT,
    Section.SYSTEM,
)
LISTS = (Section.REMARKABLE_POINTS, Section.OPEN_QUESTIONS, Section.OPPORTUNITIES)
