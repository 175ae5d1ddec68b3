"""What the directory adds to the editors' admin: two reports, the merging of two records, words of history."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from dynamics.directory.upkeep import admin_views
from dynamics.directory.upkeep.reports import DuplicatesReport, StaleReport


class RecordsMenuItem(MenuItem):
    """Shown to those who correct records."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("directory.change_dynamic")


@hooks.register("register_admin_urls")
def register_upkeep() -> list[URLPattern]:
    """Give the reports and the merging their addresses."""
    stale, twins, only = StaleReport, DuplicatesReport, {"results_only": True}
    return [
        path("reports/stale/", stale.as_view(), name="stale_report"),
        path("reports/stale/results/", stale.as_view(**only), name="stale_report_results"),
        path("reports/duplicates/", twins.as_view(), name="duplicates_report"),
        path(
            "reports/duplicates/results/", twins.as_view(**only), name="duplicates_report_results"
        ),
        path("dynamiques/fusionner/", admin_views.merge, name="merge_dynamics"),
    ]


@hooks.register("register_reports_menu_item")
def register_stale_report() -> MenuItem:
    """Put what to verify among the reports."""
    return RecordsMenuItem(
        _("Records to verify"), reverse("stale_report"), icon_name="date", order=30
    )


@hooks.register("register_reports_menu_item")
def register_duplicates_report() -> MenuItem:
    """Put likely duplicates next."""
    return RecordsMenuItem(
        _("Likely duplicates"), reverse("duplicates_report"), icon_name="copy", order=40
    )


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what history tells besides editing."""
    actions.register_action("directory.confirm", _("Confirm"), _("Said that it is still true"))
    actions.register_action("directory.merge", _("Merge"), _("Took another record in"))
