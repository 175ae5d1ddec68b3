"""What a rule changes, shown before it is saved."""

from dataclasses import dataclass

from search import editorial, synonyms
from search.models import SynonymRule
from search.queries import find
from search.request import Hit, SearchRequest

MOST_QUESTIONS = 3
MOST_HITS = 5


@dataclass(frozen=True)
class Effect:
    """One question, asked without the rule and with it. `new` are the uids the rule brings among the first."""

    question: str
    before: int
    after: int
    hits: tuple[Hit, ...]
    new: frozenset[str]


def effects(rule: SynonymRule) -> list[Effect]:
    """Ask the words a rule extends, without it then with it."""
    groups = tuple(synonyms.parse([rule.rule]))
    typed = [form for group in groups for form in (group.from_only or group.forms)]
    return [_effect(rule, question) for question in typed[:MOST_QUESTIONS]]


def _effect(rule: SynonymRule, question: str) -> Effect:
    request = SearchRequest(terms=question, per_page=MOST_HITS, is_verbatim=True)
    with editorial.trying(rule, ""):
        before = find(request)
    with editorial.trying(rule, rule.rule):
        after = find(request)
    new = frozenset(after.uids) - frozenset(before.uids)
    return Effect(question, before.total, after.total, after.hits, new)
