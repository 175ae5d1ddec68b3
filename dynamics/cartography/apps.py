from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CartographyConfig(AppConfig):
    name = "dynamics.cartography"
    label = "cartography"
    verbose_name = _("cartography")

    def ready(self) -> None:
        """Offer the map and the table beside the list of the directory."""
        from dynamics.cartography import looks as own  # noqa: PLC0415 - models are ready only now
        from dynamics.directory import looks  # noqa: PLC0415

        looks.register(own.MAP)
        looks.register(own.TABLE)
