"""The reports that say what remains to be done."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from dynamics.directory.models import Dynamic
from portal.accounts.models import User
from portal.home.completeness import Gap, gaps
from portal.home.links import BrokenLink, broken_links


def may_read_reports(user: User) -> bool:
    """Whoever corrects dynamics reads what there is to correct."""
    return user.has_perm("directory.change_dynamic")


def edit_url_of(row: Gap | BrokenLink) -> str | None:
    """Return where a line of a report is dealt with."""
    return row.edit_url


class ContentReport(ReportView):
    """A table of things to correct, one line each, for those who may correct them."""

    model = Dynamic  # whose permissions say who may read (see `may_read_reports`)
    permission_required = "change"
    header_icon = "tasks"
    is_searchable = False
    filterset_class = None
    paginate_by = 100

    def get_filtered_queryset(self) -> Sequence[Gap | BrokenLink]:
        """Return the lines, which come from several tables."""
        return self.get_rows()

    def get_rows(self) -> Sequence[Gap | BrokenLink]:
        raise NotImplementedError


class MissingReport(ContentReport):
    """What the contents still lack."""

    page_title = _("What is missing")
    index_url_name = "missing_report"
    index_results_url_name = "missing_report_results"
    columns = [
        TitleColumn("name", label=_("Content"), get_url=edit_url_of),
        Column("kind", label=_("Kind")),
        Column("lacking", label=_("What is missing")),
    ]
    list_export = ["name", "kind", "lacking"]
    export_headings = {"name": _("Content"), "kind": _("Kind"), "lacking": _("What is missing")}
    export_filename = "ce-qui-manque"

    def get_rows(self) -> Sequence[Gap]:
        return gaps()


class BrokenLinksReport(ContentReport):
    """Links that lead nowhere."""

    page_title = _("Broken internal links")
    header_icon = "link"
    index_url_name = "broken_links_report"
    index_results_url_name = "broken_links_report_results"
    columns = [
        TitleColumn("name", label=_("Content"), get_url=edit_url_of),
        Column("kind", label=_("Kind")),
        Column("where", label=_("Part")),
        Column("address", label=_("Link")),
    ]
    list_export = ["name", "kind", "where", "address"]
    export_headings = {
        "name": _("Content"),
        "kind": _("Kind"),
        "where": _("Part"),
        "address": _("Link"),
    }
    export_filename = "liens-casses"

    def get_rows(self) -> Sequence[BrokenLink]:
        return broken_links()
