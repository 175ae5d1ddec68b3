from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    label = "search"
    verbose_name = _("search")

    def ready(self) -> None:
        # Receivers may be connected only once every model is loaded.
        from search import editorial, sync  # noqa: PLC0415

        editorial.register()
        sync.connect()
