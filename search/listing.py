"""From an address to a list and back: what was asked, and the links that ask for something else.

The search page, the directory and the referential all read their address this way, so that
`?theme=governance&phase=emergence&sort=title&page=2` means the same everywhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from search import questions
from search.counts import facet_label
from search.queries import count
from search.request import FacetCounts, Results, SearchRequest, Sort
from search.schema import FACETS, ON_REQUEST, PUBLIC

LONGEST_VALUE = 100
MOST_VALUES = 20
LONGEST_NUMBER = 9
PAGES_AROUND = 2
# `?cercle=tous` also shows what does not conform to the charter.
CIRCLE, ALL_CIRCLES = "cercle", "tous"

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class OuterCircle:
    """What does not conform to the charter: how much of it answers, and whether it is shown."""

    count: int
    is_shown: bool


@dataclass(frozen=True)
class Link:
    """A choice one can follow; it has no address where pages are left out."""

    label: str
    url: str = ""
    is_current: bool = False


def read_page(text: str) -> int:
    """Read a page number; anything that is not one means the first page."""
    is_number = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    return max(1, int(text)) if is_number else 1


def read_sort(text: str, *, default: Sort) -> Sort:
    """Read an order; an unknown one means the usual one."""
    return Sort(text) if text in set(Sort) else default


def read_values(query: QueryDict, name: str) -> tuple[str, ...]:
    """Read the values chosen for one facet: each once, neither endless nor too many."""
    values = dict.fromkeys(questions.clean(value)[:LONGEST_VALUE] for value in query.getlist(name))
    return tuple(value for value in values if value)[:MOST_VALUES]


@dataclass(frozen=True)
class Listing:
    """A list as its address asks for it.

    `fixed_kinds` is what the page lists whatever the address says; `kept` is what every link
    carries besides words and choices (the view of the directory, for example).
    """

    request: SearchRequest
    default_sort: Sort
    fixed_kinds: tuple[str, ...] = ()
    kept: Pairs = ()

    @property
    def pairs(self) -> Pairs:
        """Return the words and choices of the address, ready to be written again."""
        terms = self.request.terms
        words = (("q", terms),) if terms else ()
        as_typed = (("exact", "1"),) if terms and self.request.is_verbatim else ()
        sort = self.request.sort
        order = (("sort", sort.value),) if sort is not self.default_sort else ()
        circle = ((CIRCLE, ALL_CIRCLES),) if self.shows_every_circle else ()
        return (*words, *as_typed, *self._choices(), *circle, *order, *self.kept)

    @property
    def shows_every_circle(self) -> bool:
        """Tell whether what does not conform to the charter is shown too."""
        return ON_REQUEST in self.request.audiences

    def _choices(self) -> Pairs:
        return tuple(
            (name, value)
            for name, values in self.request.choices.items()
            if not (name == "kind" and self.fixed_kinds)
            for value in sorted(values)
        )

    def address(self, *, without: Iterable[tuple[str, str]] = (), **changes: str) -> str:
        """Write the address of this list with some pairs dropped and some names changed.

        A change to an empty text drops the name. The page number never outlives a change.
        """
        dropped = set(without)
        pairs = [pair for pair in self.pairs if pair not in dropped and pair[0] not in changes] + [
            (name, value) for name, value in changes.items() if value
        ]
        return f"?{urlencode(pairs)}"


def read(
    query: QueryDict,
    *,
    facets: tuple[str, ...],
    fixed_kinds: tuple[str, ...] = (),
    default_sort: Sort = Sort.RELEVANCE,
    kept: Iterable[str] = (),
) -> Listing:
    """Read a list from its address; `facets` are those whose counts the page shows."""
    terms = questions.clean(query.get("q", ""))
    on_request = {ON_REQUEST} if query.get(CIRCLE) == ALL_CIRCLES else set()
    request = SearchRequest(
        terms=terms,
        kinds=fixed_kinds or read_values(query, "kind"),
        filters={
            name: frozenset(values)
            for name in FACETS
            if name != "kind" and (values := read_values(query, name))
        },
        sort=read_sort(query.get("sort", ""), default=Sort.RELEVANCE if terms else default_sort),
        page=read_page(query.get("page", "")),
        facets=facets,
        audiences=frozenset({PUBLIC, *on_request}),
        is_verbatim=query.get("exact") == "1",
        is_guided=not fixed_kinds,
    )
    others = tuple((name, value) for name in kept for value in read_values(query, name)[-1:])
    usual = Sort.RELEVANCE if terms else default_sort
    return Listing(request, usual, fixed_kinds, others)


def chips(listing: Listing, results: Results) -> list[Link]:
    """Return the choices made, each with the address that takes it back."""
    wider = (
        [Link(_("those outside the charter too"), listing.address(**{CIRCLE: ""}))]
        if listing.shows_every_circle
        else []
    )
    return wider + [
        Link(
            f"{facet_label(facet.name)} : {value.label}",
            listing.address(without=[(facet.name, value.value)]),
        )
        for facet in results.facets.values()
        if not (facet.name == "kind" and listing.fixed_kinds)
        for value in facet.selected
    ]


def outer_circle(listing: Listing) -> OuterCircle:
    """Return what the same question finds outside the charter."""
    others = replace(listing.request, audiences=frozenset({ON_REQUEST}))
    return OuterCircle(count(others), listing.shows_every_circle)


def facets(listing: Listing, results: Results) -> list[FacetCounts]:
    """Return the facets worth showing: those that leave a choice."""
    return [
        facet
        for facet in results.facets.values()
        if not (facet.name == "kind" and listing.fixed_kinds)
        and (len(facet.values) > 1 or facet.selected)
    ]


def sorts(listing: Listing, orders: Iterable[Sort]) -> list[Link]:
    """Return the orders one may choose."""
    return [
        Link(str(order.label), listing.address(sort=order.value), order is listing.request.sort)
        for order in orders
        if order is not Sort.RELEVANCE or listing.request.terms
    ]


def pages(listing: Listing, results: Results) -> list[Link]:
    """Return the pages around the current one, the first and the last; none when all fits in one."""
    if results.pages <= 1:
        return []
    around = range(results.page - PAGES_AROUND, results.page + PAGES_AROUND + 1)
    numbers = sorted({1, results.pages, *around} & set(range(1, results.pages + 1)))
    links: list[Link] = []
    previous = 0
    for number in numbers:
        if number > previous + 1:
            links.append(Link("…"))
        links.append(Link(str(number), page_address(listing, number), number == results.page))
        previous = number
    return links


def page_address(listing: Listing, number: int) -> str:
    """Write the address of one page of a list."""
    return listing.address(page=str(number) if number > 1 else "")
