from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProposalsConfig(AppConfig):
    name = "portal.proposals"
    label = "proposals"
    verbose_name = _("propositions")

    def ready(self) -> None:
        from portal.proposals import documents, linked_data  # noqa: PLC0415 - models load only once apps are ready

        documents.register()
        linked_data.register()
