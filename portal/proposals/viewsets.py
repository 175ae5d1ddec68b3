"""The propositions in the editors' admin."""

from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.proposals.models import Proposal


class ProposalViewSet(SnippetViewSet):
    """Propositions, in the order they are read."""

    model = Proposal
    icon = "form"
    list_display = ["title", "addressee", "topic", LiveStatusTagColumn(), UpdatedAtColumn()]
    list_filter = ["addressee", "themes", "live"]
    list_export = ["title", "addressee", "topic", "slug", "live"]
    export_filename = "propositions"
    search_fields = ["title", "topic", "text"]
    ordering = ["position", "title"]
    list_per_page = 50
