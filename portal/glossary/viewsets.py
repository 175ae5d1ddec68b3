"""The glossary in the editors' admin."""

from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn

from portal.core.viewsets import ReviewedViewSet
from portal.glossary.models import Term


class TermViewSet(ReviewedViewSet):
    """Terms, by their name or any of their other names."""

    model = Term
    icon = "openquote"
    list_display = ["name", "kind", LiveStatusTagColumn(), UpdatedAtColumn()]
    list_filter = ["kind", "themes", "live"]
    list_export = ["name", "kind", "slug", "live", "updated_at"]
    export_filename = "glossaire"
    search_fields = ["name", "slug", "definition"]
