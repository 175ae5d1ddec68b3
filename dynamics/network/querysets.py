from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

if TYPE_CHECKING:
    from dynamics.directory.models import Dynamic

CONFIRMED = Q(confirmed_by_team_at__isnull=False) | Q(
    confirmed_by_source_side_at__isnull=False, confirmed_by_target_side_at__isnull=False
)


class PersonQuerySet(models.QuerySet):
    """Persons, by what one may show of them."""

    def shown(self) -> Self:
        return self.filter(is_shown=True)


class TieQuerySet(models.QuerySet):
    """Ties, by who may see them and who stands for them."""

    def public(self) -> Self:
        """Ties nobody refused, between ends that are public themselves."""
        return self.filter(
            Q(source__isnull=True) | Q(source__live=True),
            Q(target__isnull=True) | Q(target__live=True),
            Q(source_person__isnull=True) | Q(source_person__is_shown=True),
            refused_at__isnull=True,
        )

    def of_the_first_circle(self) -> Self:
        """Ties whose ends in the directory conform to the charter."""
        return self.filter(
            Q(source__isnull=True) | Q(source__is_conforming=True),
            Q(target__isnull=True) | Q(target__is_conforming=True),
        )

    def impersonal(self) -> Self:
        """Ties that name nobody."""
        return self.filter(source_person__isnull=True)

    def confirmed(self) -> Self:
        """Ties that both sides, or the team, stand for."""
        return self.filter(CONFIRMED)

    def waiting(self) -> Self:
        """Ties that nobody refused and not everybody confirmed."""
        return self.filter(refused_at__isnull=True).exclude(CONFIRMED)

    def of(self, dynamic: "Dynamic") -> Self:
        return self.of_any([dynamic.pk])

    def of_any(self, keys: Iterable[int]) -> Self:
        """Ties that have one of these dynamics at an end."""
        wanted = list(keys)
        return self.filter(Q(source__in=wanted) | Q(target__in=wanted))

    def with_ends(self) -> Self:
        """Bring both ends and the cited document along."""
        return self.select_related("source", "target", "source_person", "document")

    def ordered(self) -> Self:
        """Ties by date, those without any last."""
        return self.order_by(F("since").asc(nulls_last=True), "pk")
