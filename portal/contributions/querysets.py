import datetime
from collections.abc import Iterable, Sequence
from typing import Self

from django.db import models
from django.db.models import Q


class ContributionQuerySet(models.QuerySet):
    """Contributions, by what one wants of them."""

    def waiting(self) -> Self:
        """Nobody has judged them yet."""
        return self.filter(state="submitted")

    def about(self, kinds: Sequence[str], targets: Iterable[object]) -> Self:
        """Those that concern these things."""
        return self.filter(kind__in=kinds, target__in=[str(target) for target in targets])

    def credited(self) -> Self:
        """Accepted ones whose author wants to be thanked by name."""
        return self.filter(state="accepted").exclude(credit="")

    def with_forgettable_address(
        self, *, judged_before: datetime.datetime, submitted_before: datetime.datetime
    ) -> Self:
        """Those whose address has no use any more: answered, or left unanswered for long."""
        return self.exclude(email="").filter(
            Q(judged_at__lt=judged_before) | Q(submitted_at__lt=submitted_before)
        )
