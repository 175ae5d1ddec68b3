"""How animators guide search, in the editors' admin."""

from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from search.models import PromotedResult, SynonymRule
from search.questions import clean


class SynonymRuleCreateView(CreateView):
    """A new rule; `?q=…` begins it with what people ask in vain."""

    def get_initial_form_instance(self) -> SynonymRule:
        """Write the question, and the comma its synonym comes after."""
        question = clean(self.request.GET.get("q", ""))
        return SynonymRule(rule=f"{question}, " if question else "")


class SynonymRuleViewSet(SnippetViewSet):
    """Words that mean the same; the glossary adds its own."""

    model = SynonymRule
    icon = "link"
    add_view_class = SynonymRuleCreateView
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
