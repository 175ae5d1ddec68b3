"""What animators decide, as search reads it: one light query each while nothing changes.

The caches are keyed by the state of the tables, so every process follows an edit at its next question.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from portal.core.querysets import state_of
from search import registry, synonyms
from search.models import PromotedResult, SynonymRule
from search.promotions import Promotion, wording
from search.synonyms import SynonymGroup

_instead: ContextVar[tuple[int | None, str] | None] = ContextVar("rule on trial", default=None)


def synonym_groups() -> tuple[SynonymGroup, ...]:
    """Return the rules animators wrote, with the one on trial if there is one."""
    trial = _instead.get()
    if trial is None:
        return _groups(state_of(SynonymRule.objects.all))
    primary_key, rule = trial
    others = SynonymRule.objects.exclude(pk=primary_key).values_list("rule", flat=True)
    return tuple(synonyms.parse([*others, rule]))


@contextmanager
def trying(rule: SynonymRule, text: str) -> Iterator[None]:
    """Search as if a rule said this; an empty text is no rule at all."""
    token = _instead.set((rule.pk, text))
    try:
        yield
    finally:
        _instead.reset(token)


@lru_cache(maxsize=2)
def _groups(_state: tuple) -> tuple[SynonymGroup, ...]:
    return tuple(synonyms.parse(SynonymRule.objects.values_list("rule", flat=True)))


def promotions() -> tuple[Promotion, ...]:
    """Return what animators put first."""
    return _promotions(state_of(PromotedResult.objects.all))


@lru_cache(maxsize=2)
def _promotions(_state: tuple) -> tuple[Promotion, ...]:
    return tuple(
        Promotion(
            uid=each.uid,
            wordings=frozenset(wording(line) for line in each.wordings),
            why=each.why,
            starts_on=each.starts_on,
            ends_on=each.ends_on,
        )
        for each in PromotedResult.objects.all()
    )


def register() -> None:
    """Let every search know of it."""
    registry.register_synonyms(synonym_groups)
    registry.register_promotions(promotions)
