from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ToolboxConfig(AppConfig):
    name = "toolbox"
    label = "toolbox"
    verbose_name = _("referential")

    def ready(self) -> None:
        from toolbox import (  # noqa: PLC0415 - models load only once apps are ready
            datasets,
            departures,
            documents,
            linked_data,
        )

        documents.register()
        linked_data.register()
        datasets.register_datasets()
        departures.register()
