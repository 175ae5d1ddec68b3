from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OpenDataConfig(AppConfig):
    name = "portal.opendata"
    label = "opendata"
    verbose_name = _("open data")

    def ready(self) -> None:
        """Describe the open data to programs."""
        from portal.opendata import linked_data  # noqa: PLC0415 - as everywhere, once apps are ready

        linked_data.register()
