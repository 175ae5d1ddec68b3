"""The same search, for other sites: `GET /api/v1/search` and `GET /api/v1/suggest`.

Anonymous by nature: it answers what is public, whoever asks.
"""

from dataclasses import asdict
from typing import Literal

from ninja import Query, Router, Schema
from ninja.errors import HttpError
from pydantic import Field

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _

from portal.core.parameters import Asked, Word
from search.presentation import SHOWN_FACETS
from search.queries import find
from search.request import MAX_WINDOW, PER_PAGE, Results, SearchRequest, Sort
from search.schema import FACETS, ON_REQUEST, PUBLIC
from search.suggestions import Suggestion, suggest

MOST = 100
UNAVAILABLE = 503
# Which circles of the charter an answer holds.
CIRCLES = {
    "true": frozenset({PUBLIC}),
    "false": frozenset({ON_REQUEST}),
    "all": frozenset({PUBLIC, ON_REQUEST}),
}
router = Router(tags=[_("Search")])


class SearchQuery(Asked):
    """A question to the whole portal."""

    q: str = Field("", description=_("Words, as one would type them."))
    kind: list[Word] = []
    type: list[Word] = []
    theme: list[Word] = []
    phase: list[Word] = []
    barrier: list[Word] = []
    region: list[Word] = []
    department: list[Word] = []
    keyword: list[Word] = []
    initiator: list[Word] = []
    logic: list[Word] = []
    legal_form: list[Word] = []
    method_kind: list[Word] = []
    addressee: list[Word] = []
    origin: list[Word] = []
    situation: list[Word] = []
    conforming: Literal["true", "false", "all"] = Field(
        "true", description=_("What conforms to the charter, what does not, or all of it.")
    )
    sort: Sort = Sort.RELEVANCE
    page: int = Field(1, ge=1, le=MAX_WINDOW)
    limit: int = Field(PER_PAGE, ge=1, le=MOST, description=_("How many items, 100 at most."))

    def to_request(self) -> SearchRequest:
        """Ask the same of search."""
        chosen = {name: frozenset(getattr(self, name)) for name in FACETS if name != "kind"}
        return SearchRequest(
            terms=self.q,
            kinds=tuple(self.kind),
            filters={name: values for name, values in chosen.items() if values},
            sort=self.sort,
            page=self.page,
            per_page=self.limit,
            facets=SHOWN_FACETS,
            audiences=CIRCLES[self.conforming],
        )


class HitOut(Schema):
    """One thing found."""

    kind: str
    title: str
    url: str
    extract: str = Field(description=_("Safe HTML: the words found stand in <mark>."))
    tags: list[str]


class CountOut(Schema):
    """A choice, and how many things it would show."""

    value: str
    label: str
    count: int


class ResultsOut(Schema):
    """One page of results."""

    items: list[HitOut]
    total: int
    page: int
    facets: dict[str, list[CountOut]]
    corrected: str | None = Field(
        description=_("What was searched, when it is not what was asked.")
    )


class SuggestionOut(Schema):
    """Something to go to directly."""

    kind: str
    title: str
    url: str


class SuggestionsOut(Schema):
    """What someone may be about to type."""

    items: list[SuggestionOut]


@router.get("/search", response=ResultsOut, summary=_("Search everything"))
def search(request: HttpRequest, asked: Query[SearchQuery]) -> dict[str, object]:
    """Search dynamics, methods, terms, propositions and pages at once."""
    results = find(asked.to_request())
    if not results.is_available:
        # An empty list would be taken for an answer.
        raise HttpError(UNAVAILABLE, results.notice)
    return written(results)


@router.get("/suggest", response=SuggestionsOut, summary=_("Complete what is being typed"))
def suggestions(request: HttpRequest, q: str = "") -> dict[str, tuple[Suggestion, ...]]:
    """Complete a question: titles, names, places and keywords."""
    return {"items": suggest(q)}


def written(results: Results) -> dict[str, object]:
    """Write results as the API answers them."""
    return {
        "items": [asdict(hit) for hit in results.hits],
        "total": results.total,
        "page": results.page,
        "facets": {name: list(facet.values) for name, facet in results.facets.items()},
        "corrected": results.corrected,
    }
