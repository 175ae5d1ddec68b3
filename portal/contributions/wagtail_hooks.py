"""The contributions in the editors' admin: a desk in the menu, and one page to judge each."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.contributions import views
from portal.contributions.permissions import can_read_contributions


class ContributionsMenuItem(MenuItem):
    """Shown to those who judge."""

    def is_shown(self, request: HttpRequest) -> bool:
        return can_read_contributions(request.user)


@hooks.register("register_admin_urls")
def register_desk() -> list[URLPattern]:
    """Give the desk its addresses."""
    desk = views.ContributionsDesk
    return [
        path("contributions/", desk.as_view(), name="contributions_desk"),
        path(
            "contributions/results/",
            desk.as_view(results_only=True),
            name="contributions_desk_results",
        ),
        path("contributions/<int:primary_key>/", views.judge, name="contributions_judge"),
    ]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    """Put the desk beside the directory."""
    return ContributionsMenuItem(
        _("Contributions"), reverse("contributions_desk"), icon_name="mail", order=140
    )
