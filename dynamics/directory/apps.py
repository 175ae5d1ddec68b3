from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "dynamics.directory"
    label = "directory"
    verbose_name = _("directory of dynamics")
