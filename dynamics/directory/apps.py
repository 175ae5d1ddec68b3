from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "dynamics.directory"
    label = "directory"
    verbose_name = _("directory of dynamics")

    def ready(self) -> None:
        """Offer the directory's own way of looking, its data, and what one may propose."""
        from dynamics.directory import (  # noqa: PLC0415 - models are ready only now
            datasets,
            linked_data,
            looks,
            retelling,
            views,
        )
        from dynamics.directory.upkeep import contributions  # noqa: PLC0415 - the same

        looks.register(views.LIST)
        datasets.register_datasets()
        linked_data.register()
        retelling.register()
        contributions.register_kinds()
