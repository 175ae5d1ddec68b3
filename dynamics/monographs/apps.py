from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MonographsConfig(AppConfig):
    name = "dynamics.monographs"
    label = "monographs"
    verbose_name = _("monographs")
