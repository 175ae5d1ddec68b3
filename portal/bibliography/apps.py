from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BibliographyConfig(AppConfig):
    name = "portal.bibliography"
    label = "bibliography"
    verbose_name = _("sources")
