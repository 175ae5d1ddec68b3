"""The editors' menu: what belongs together stands together, whatever room it comes from."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from dynamics.directory.viewsets import (
    DynamicTypeViewSet,
    DynamicViewSet,
    ExperienceViewSet,
    LegalFormViewSet,
    MembershipViewSet,
)
from dynamics.monographs.viewsets import MonographListing
from dynamics.network.viewsets import PersonViewSet, TieViewSet
from portal.bibliography.viewsets import SourceViewSet
from portal.glossary.viewsets import TermViewSet
from portal.proposals.viewsets import ProposalViewSet
from portal.vocabulary.viewsets import BarrierViewSet, PhaseViewSet, ThemeViewSet
from search.viewsets import PromotedResultViewSet, SynonymRuleViewSet


class DirectoryGroup(SnippetViewSetGroup):
    """Who the dynamics are, their stories, and what they learnt."""

    menu_label = _("Directory")
    menu_name = "directory"
    menu_icon = "group"
    menu_order = 150
    items = (
        DynamicViewSet,
        MonographListing,
        ExperienceViewSet,
        MembershipViewSet,
        TieViewSet,
        PersonViewSet,
    )


class WordsGroup(SnippetViewSetGroup):
    """What words mean here, and what the study recommends."""

    menu_label = _("Glossary and propositions")
    menu_name = "words"
    menu_icon = "openquote"
    menu_order = 170
    items = (TermViewSet, ProposalViewSet)


class SearchGroup(SnippetViewSetGroup):
    """How animators guide search: words that mean the same, what comes first."""

    menu_label = _("Guiding search")
    menu_name = "search-guidance"
    menu_icon = "search"
    menu_order = 180
    items = (SynonymRuleViewSet, PromotedResultViewSet)


class VocabulariesGroup(SnippetViewSetGroup):
    """The closed lists that everything else is classified with."""

    menu_label = _("Vocabularies")
    menu_name = "vocabularies"
    menu_icon = "tag"
    menu_order = 600
    items = (
        ThemeViewSet,
        PhaseViewSet,
        BarrierViewSet,
        DynamicTypeViewSet,
        LegalFormViewSet,
        SourceViewSet,
    )
