"""What people asked."""

from datetime import date
from typing import Self

from django.db.models import Max, QuerySet, Sum


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
