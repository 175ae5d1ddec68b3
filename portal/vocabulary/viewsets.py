"""The closed vocabularies in the editors' admin."""

from wagtail.snippets.views.snippets import SnippetViewSet

from portal.vocabulary.models import Barrier, Phase, Theme


class EntryViewSet(SnippetViewSet):
    """What all vocabularies have in common; nothing is copied, for a code is unique."""

    list_display = ["label", "code", "position"]
    search_fields = ["label", "code", "description"]
    ordering = ["position", "label"]
    list_per_page = 50
    copy_view_enabled = False


class ThemeViewSet(EntryViewSet):
    """What methods and dynamics are about."""

    model = Theme
    icon = "tag"


class PhaseViewSet(EntryViewSet):
    """The moments of the life of a dynamic."""

    model = Phase
    icon = "history"


class BarrierViewSet(EntryViewSet):
    """What holds cooperation back."""

    model = Barrier
    icon = "warning"
