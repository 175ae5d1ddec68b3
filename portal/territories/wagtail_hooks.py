"""What the territories bring to the editors' admin."""

from wagtail import hooks

from portal.territories.viewsets import CommuneChooserViewSet, commune_chooser


@hooks.register("register_admin_viewset")
def register_commune_chooser() -> CommuneChooserViewSet:
    """Let every form choose a commune by searching."""
    return commune_chooser
