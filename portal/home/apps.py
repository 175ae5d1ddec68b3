from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "portal.home"
    label = "home"
    verbose_name = _("home")

    def ready(self) -> None:
        from portal.home import linked_data  # noqa: PLC0415 - models load only once apps are ready

        linked_data.register()
