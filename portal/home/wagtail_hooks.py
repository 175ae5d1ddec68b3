"""What makes the admin the editors' own: its menu, its reports, its first page."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from portal.home.dashboard import ReportMenuItem, WelcomePanel
from portal.home.menu import DirectoryGroup, SearchGroup, VocabulariesGroup, WordsGroup
from portal.home.reports import BrokenLinksReport, MissingReport
from search.reports import TopQuestionsReport, UnansweredQuestionsReport
from toolbox.viewsets import MethodListing

register_snippet(DirectoryGroup)
register_snippet(WordsGroup)
register_snippet(SearchGroup)
register_snippet(VocabulariesGroup)

ABOUT_WAGTAIL = ("whats-new-in-wagtail", "editor-guide")


@hooks.register("insert_global_admin_css")
def add_style() -> str:
    """Let the tables of the admin fit on a phone."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("register_admin_viewset")
def register_method_listing() -> MethodListing:
    """Put the referential in the menu."""
    return MethodListing()


@hooks.register("register_admin_urls")
def register_reports() -> list[URLPattern]:
    """Give the reports their addresses."""
    results = {"results_only": True}
    return [
        path("reports/missing/", MissingReport.as_view(), name="missing_report"),
        path(
            "reports/missing/results/",
            MissingReport.as_view(**results),
            name="missing_report_results",
        ),
        path("reports/links/", BrokenLinksReport.as_view(), name="broken_links_report"),
        path(
            "reports/links/results/",
            BrokenLinksReport.as_view(**results),
            name="broken_links_report_results",
        ),
    ]


@hooks.register("register_admin_urls")
def register_question_reports() -> list[URLPattern]:
    """Give their addresses to the reports of what people ask."""
    return [
        pattern
        for report in (TopQuestionsReport, UnansweredQuestionsReport)
        for pattern in report.patterns()
    ]


@hooks.register("register_reports_menu_item")
def register_missing_report() -> MenuItem:
    """Put what is missing first among the reports."""
    return ReportMenuItem(
        _("What is missing"), reverse("missing_report"), icon_name="tasks", order=10
    )


@hooks.register("register_reports_menu_item")
def register_broken_links_report() -> MenuItem:
    """Put broken links next."""
    return ReportMenuItem(
        _("Broken internal links"), reverse("broken_links_report"), icon_name="link", order=20
    )


@hooks.register("register_reports_menu_item")
def register_top_questions_report() -> MenuItem:
    """Put what people ask after what remains to be done."""
    return ReportMenuItem(
        _("Questions most asked"), reverse("top_questions_report"), icon_name="search", order=30
    )


@hooks.register("register_reports_menu_item")
def register_unanswered_questions_report() -> MenuItem:
    """Put what they ask in vain next."""
    address = reverse("unanswered_questions_report")
    return ReportMenuItem(_("Questions without answer"), address, icon_name="help", order=40)


@hooks.register("register_reports_menu_item")
def register_waiting_ties() -> MenuItem:
    """Put the ties that wait for the team last: the list of ties, filtered."""
    address = f"{reverse('wagtailsnippets_network_tie:list')}?state=waiting"
    return ReportMenuItem(_("Ties to confirm"), address, icon_name="link", order=60)


@hooks.register("construct_homepage_panels")
def welcome(request: HttpRequest, panels: list[Component]) -> None:
    """Begin with what one can do here."""
    panels.append(WelcomePanel())


@hooks.register("construct_help_menu")
def keep_help_about_this_portal(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out what leads to the site of the CMS, in English."""
    items[:] = [item for item in items if not item.name.startswith(ABOUT_WAGTAIL)]
