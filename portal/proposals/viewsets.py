"""The propositions in the editors' admin."""

from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn

from portal.core.viewsets import ReviewedViewSet
from portal.proposals.models import Proposal


class ProposalViewSet(ReviewedViewSet):
    """Propositions, in the order they are read."""

    model = Proposal
    icon = "form"
    list_display = ["title", "addressee", "topic", LiveStatusTagColumn(), UpdatedAtColumn()]
    list_filter = ["addressee", "themes", "live"]
    list_export = ["title", "addressee", "topic", "slug", "live"]
    export_filename = "propositions"
    search_fields = ["title", "topic", "text"]
    ordering = ["position", "title"]
