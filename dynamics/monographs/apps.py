from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MonographsConfig(AppConfig):
    name = "dynamics.monographs"
    label = "monographs"
    verbose_name = _("monographs")

    def ready(self) -> None:
        from dynamics.monographs import documents  # noqa: PLC0415 - models load only once apps are ready

        documents.register()
