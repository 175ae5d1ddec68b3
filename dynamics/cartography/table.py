"""The selection as a table, whose columns sort it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.db.models import F, OrderBy
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dynamics.directory.columns import columns
from dynamics.directory.models import Dynamic
from search import listing
from search.listing import Listing
from search.queries import find
from search.request import Results, Sort

SORTED_BY = "tri"
# A longer selection is sorted by name only: narrowing it down comes first.
MOST_SORTED = 5_000


@dataclass(frozen=True)
class Heading:
    """The head of a column: its name, the address that sorts by it, how it sorts now."""

    label: str | Promise
    url: str = ""
    direction: str = ""


# The code of a column in the address, its name, and what it sorts by.
SORTABLE: Sequence[tuple[str, str | Promise, str]] = (
    ("nom", _("Name"), "name"),
    ("type", _("Type"), "type__position"),
    ("lieu", _("Place"), "place_label"),
    ("phase", _("Phase"), "phase__position"),
    ("depuis", _("Since"), "created_year"),
    ("initiateur", _("Initiator"), "initiator"),
)
ORDERS = (Sort.RELEVANCE, Sort.TITLE, Sort.OLDEST, Sort.NEWEST)
FIELDS = {code: field for code, _label, field in SORTABLE}


def as_table(_request: HttpRequest, asked: Listing, results: Results) -> dict[str, object]:
    """One page of the selection, a line each."""
    order = dict(asked.kept).get(SORTED_BY, "")
    is_sorted = order.lstrip("-") in FIELDS and results.total <= MOST_SORTED
    keys = [int(key) for key in results.primary_keys]
    dynamics = Dynamic.objects.published().cards(
        _sorted(asked, results, order) if is_sorted else keys
    )
    added = columns()
    values = [column.values([dynamic.pk for dynamic in dynamics]) for column in added]
    return {
        "headings": [*_headings(asked, results, order), *(Heading(each.label) for each in added)],
        "rows": [(dynamic, [each.get(dynamic.pk, 0) for each in values]) for dynamic in dynamics],
        "pages": listing.pages(asked, results),
        "sorts": listing.sorts(asked, ORDERS) if results.total > MOST_SORTED else [],
    }


def _sorted(asked: Listing, results: Results, order: str) -> list[int]:
    """Return the keys of one page of the whole selection, sorted by the database."""
    everything = find(replace(asked.request, facets=(), page=1, per_page=MOST_SORTED))
    chosen = Dynamic.objects.filter(pk__in=everything.primary_keys)
    field = F(FIELDS[order.lstrip("-")])
    by_field = OrderBy(field, descending=order.startswith("-"), nulls_last=True)
    first = (results.page - 1) * asked.request.per_page
    in_order = chosen.order_by(by_field, "name", "pk").values_list("pk", flat=True)
    return list(in_order[first : first + asked.request.per_page])


def _headings(asked: Listing, results: Results, order: str) -> Iterator[Heading]:
    for code, label, _field in SORTABLE:
        is_offered = results.total <= MOST_SORTED
        following = f"-{code}" if order == code else code
        url = asked.address(**{SORTED_BY: following}) if is_offered else ""
        yield Heading(label, url, {code: "ascending", f"-{code}": "descending"}.get(order, ""))
