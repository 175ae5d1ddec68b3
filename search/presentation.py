"""What the search page shows besides what was found: choices, ways back, ways out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from search import listing
from search.listing import Link, Listing
from search.nearest import nearest
from search.queries import find
from search.request import FacetValue, Results, SearchRequest, Sort
from search.schema import FACETS
from search.suggestions import Suggestion, suggest

SHOWN_FACETS = ("kind", "type", "theme", "phase", "barrier", "region", "keyword")
SORTS = (Sort.RELEVANCE, Sort.TITLE, Sort.RECENT)
_MOST_THEMES = 6
_STEM_OF_A_GUESS = 4


@dataclass(frozen=True)
class Group:
    """Suggestions that lead to the same sort of place."""

    label: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True)
class WaysOut:
    """Where to go when nothing was found: near titles, near themes or the fullest ones, everything of a kind."""

    titles: tuple[Suggestion, ...] = ()
    themes: tuple[Link, ...] = ()
    are_themes_near: bool = False
    kinds: tuple[Link, ...] = ()


def read(query: QueryDict, audiences: frozenset[str]) -> Listing:
    """Read the address of the search page; a facet used only to filter is counted too, for its chip."""
    asked = listing.read(query, facets=SHOWN_FACETS)
    chosen = tuple(name for name in FACETS if name in asked.request.choices)
    facets = tuple(dict.fromkeys((*SHOWN_FACETS, *chosen)))
    audiences |= asked.request.audiences
    return replace(asked, request=replace(asked.request, facets=facets, audiences=audiences))


def as_typed(asked: Listing, results: Results) -> str:
    """Write the address that searches for what was typed, uncorrected."""
    return asked.address(exact="1") if results.corrected else ""


def grouped(suggestions: Iterable[Suggestion]) -> list[Group]:
    """Set apart what one goes straight to, and the places and keywords one searches by."""
    known = tuple(suggestions)
    groups = (
        Group(_("Go straight to"), tuple(each for each in known if each.kind not in FACETS)),
        Group(_("Search by"), tuple(each for each in known if each.kind in FACETS)),
    )
    return [group for group in groups if group.suggestions]


def ways_out(results: Results) -> WaysOut | None:
    """Propose other ways when nothing was found: near titles, themes, everything of a kind."""
    if results.total or not results.is_available:
        return None
    asked = results.request
    everything = find(
        SearchRequest(facets=("kind", "theme"), per_page=1, audiences=asked.audiences)
    )
    themes = everything.facets["theme"].values
    near = nearest(asked, "theme", themes)
    return WaysOut(
        titles=_near_titles(asked),
        themes=_links("theme", (near or themes)[:_MOST_THEMES]),
        are_themes_near=bool(near),
        kinds=_links("kind", everything.facets["kind"].values),
    )


def _near_titles(asked: SearchRequest) -> tuple[Suggestion, ...]:
    """Guess from the first letters of each word, the longest words first."""
    for word in sorted(asked.terms.split(), key=len, reverse=True):
        if found := suggest(word[:_STEM_OF_A_GUESS], audiences=asked.audiences, limit=4):
            return found
    return ()


def _links(name: str, values: Iterable[FacetValue]) -> tuple[Link, ...]:
    return tuple(
        Link(f"{value.label} ({value.count})", f"?{urlencode({name: value.value})}")
        for value in values
    )
