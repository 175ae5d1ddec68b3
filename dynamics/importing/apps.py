from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportingConfig(AppConfig):
    name = "dynamics.importing"
    label = "importing"
    verbose_name = _("imports")

    def ready(self) -> None:
        """Let the rows of imports follow their record when two of them merge."""
        from dynamics.directory.upkeep import merging  # noqa: PLC0415 - models are ready only now

        merging.register_relation("imported_rows", _("imported rows"))
