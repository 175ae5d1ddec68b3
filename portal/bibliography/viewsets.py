"""The documents that the portal cites, in the editors' admin."""

from wagtail.snippets.views.snippets import SnippetViewSet

from portal.bibliography.models import Source


class SourceViewSet(SnippetViewSet):
    """Documents, the latest first."""

    model = Source
    icon = "doc-full"
    list_display = ["title", "author", "year", "key"]
    search_fields = ["title", "author", "short", "key"]
    ordering = ["-year", "title"]
