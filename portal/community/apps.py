from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommunityConfig(AppConfig):
    name = "portal.community"
    label = "community"
    verbose_name = _("community")

    def ready(self) -> None:
        from portal.community import documents, linked_data  # noqa: PLC0415 - models load only once apps are ready

        documents.register()
        linked_data.register()
