"""What templates ask of search."""

from collections.abc import Iterable

from django import template

from search import queries, trials
from search.models import SynonymRule
from search.request import Hit

register = template.Library()

MOST_SIMILAR = 4


@register.simple_tag
def similar_to(kind: str, primary_key: object, kinds: Iterable[str] | str = ()) -> tuple[Hit, ...]:
    """Find what resembles a thing, of some kinds separated by spaces or of all; nothing when search is down."""
    chosen = kinds.split() if isinstance(kinds, str) else kinds
    return queries.similar_to(f"{kind}:{primary_key}", limit=MOST_SIMILAR, kinds=chosen)


@register.simple_tag
def effects_of(rule: SynonymRule) -> list[trials.Effect]:
    """Show what a rule changes."""
    return trials.effects(rule)
