"""The imports in the editors' admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from dynamics.importing import views
from dynamics.importing.permissions import can_import


class ImportsMenuItem(MenuItem):
    """Shown to those who may import."""

    def is_shown(self, request: HttpRequest) -> bool:
        return can_import(request.user)


@hooks.register("register_admin_menu_item")
def register_imports() -> MenuItem:
    """Put the imports beside the directory."""
    return ImportsMenuItem(
        _("Imports"), reverse("imports"), name="imports", icon_name="upload", order=160
    )


@hooks.register("register_admin_urls")
def register_pages() -> list[URLPattern]:
    """Give the pages their addresses."""
    return [
        path("imports/", views.ImportList.as_view(), name="imports"),
        path("imports/nouveau/", views.NewImport.as_view(), name="import_new"),
        path("imports/<int:pk>/", views.ImportPage.as_view(), name="import_run"),
        path("imports/<int:pk>/colonnes/", views.ImportColumns.as_view(), name="import_columns"),
        path("imports/<int:pk>/annuler/", views.UndoImport.as_view(), name="import_undo"),
        path("imports/<int:pk>/avancement/", views.progress, name="import_progress"),
        path("imports/<int:pk>/colonnes.toml", views.profile, name="import_profile"),
    ]
