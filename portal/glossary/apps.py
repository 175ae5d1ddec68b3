from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GlossaryConfig(AppConfig):
    name = "portal.glossary"
    label = "glossary"
    verbose_name = _("glossary")

    def ready(self) -> None:
        from portal.glossary import (  # noqa: PLC0415 - models load only once apps are ready
            datasets,
            departures,
            documents,
            linked_data,
        )

        documents.register()
        linked_data.register()
        datasets.register_datasets()
        departures.register()
