from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    name = "dynamics.network"
    label = "network"
    verbose_name = _("network of dynamics")

    def ready(self) -> None:
        """Offer the network as a way of looking at the directory, and its data."""
        from dynamics.directory import afterwards, columns, looks  # noqa: PLC0415 - models are ready only now
        from dynamics.directory.upkeep import merging  # noqa: PLC0415
        from dynamics.network import counting, datasets, departures, looking, tasks  # noqa: PLC0415

        looks.register(looking.NETWORK)
        columns.register("ties", columns.Column(_("Ties"), counting.ties_of_each))
        datasets.register_datasets()
        departures.register()
        for relation in ("ties_out", "ties_in"):
            merging.register_relation(relation, _("ties"))
        afterwards.register(tasks.redraw_soon)
