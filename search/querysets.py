"""What animators decided and whether it changed since it was last read; what people asked."""

from datetime import date
from typing import Self

from django.db.models import Count, Max, QuerySet, Sum


class _Dated(QuerySet):
    def state(self) -> tuple:
        """Return what changes with every change: how many there are, and when the last was saved."""
        return tuple(self.aggregate(count=Count("pk"), last=Max("updated_at")).values())


class SynonymRuleQuerySet(_Dated):
    """Words that mean the same."""


class PromotedResultQuerySet(_Dated):
    """What comes first."""


class AskedQuestionQuerySet(QuerySet):
    """Counts of questions, month by month."""

    def since(self, month: date) -> Self:
        """Keep a month and those that follow."""
        return self.filter(month__gte=month)

    def added_up(self) -> Self:
        """Return one line per question: `question`, `times`, `in_vain`, `last` month."""
        return (
            self.order_by()
            .values("key")
            .annotate(
                question=Max("words"),
                times=Sum("asked"),
                in_vain=Sum("unanswered"),
                last=Max("month"),
            )
        )
