"""How animators guide search, in the editors' admin."""

from wagtail.snippets.views.snippets import SnippetViewSet

from search.models import PromotedResult, SynonymRule


class SynonymRuleViewSet(SnippetViewSet):
    """Words that mean the same; the glossary adds its own."""

    model = SynonymRule
    icon = "link"
    list_display = ["rule", "note", "updated_at"]
    list_export = ["rule", "note", "updated_at"]
    export_filename = "synonymes"
    search_fields = ["rule", "note"]
    ordering = ["rule"]
    list_per_page = 100
    copy_view_enabled = False
    inspect_view_enabled = True


class PromotedResultViewSet(SnippetViewSet):
    """What comes first for some questions."""

    model = PromotedResult
    icon = "pick"
    list_display = ["__str__", "why", "starts_on", "ends_on"]
    list_export = ["questions", "title", "address", "why", "starts_on", "ends_on"]
    export_filename = "resultats-mis-en-avant"
    search_fields = ["questions", "title", "address", "why"]
    list_per_page = 100
    copy_view_enabled = False
    inspect_view_enabled = True
