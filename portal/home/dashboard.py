"""What people see first in the editors' admin: what they can do here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from portal.accounts.models import User
from portal.contributions.models import Contribution
from portal.contributions.permissions import can_read_contributions
from portal.home.reports import may_read_reports
from toolbox.models import MethodIndexPage


@dataclass(frozen=True)
class Door:
    """One thing to do, in words, and where."""

    label: str | Promise
    url: str


def doors_for(user: User) -> Iterator[Door]:
    """Yield what this person can do here, the most frequent first."""
    index = MethodIndexPage.objects.first()
    if index and index.permissions_for_user(user).can_add_subpage():
        address = reverse("wagtailadmin_pages:add", args=("toolbox", "methodpage", index.pk))
        yield Door(_("Propose a tool or a method"), address)
    yield Door(_("See and erase my data"), reverse("contributions:my_data"))
    if can_read_contributions(user) and (waiting := Contribution.objects.waiting().count()):
        label = ngettext("Judge %(count)d contribution", "Judge %(count)d contributions", waiting)
        yield Door(label % {"count": waiting}, reverse("contributions_desk"))
    if user.has_perm("directory.view_dynamic"):
        yield Door(_("See the directory"), reverse("wagtailsnippets_directory_dynamic:list"))
    if may_read_reports(user):
        yield Door(_("See what is missing"), reverse("missing_report"))
        yield Door(_("See the broken links"), reverse("broken_links_report"))


class WelcomePanel(Component):
    """How publishing works here, and what one can do."""

    name = "welcome"
    template_name = "home/admin/welcome.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"doors": list(doors_for(parent_context["request"].user))}


class ReportMenuItem(MenuItem):
    """A report, for those who may act on what it says."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_read_reports(request.user)
