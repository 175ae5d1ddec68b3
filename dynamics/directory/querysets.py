from typing import Self

from django.db import models


class DynamicQuerySet(models.QuerySet):
    """Dynamics of the directory, by what one wants of them."""

    def published(self) -> Self:
        return self.filter(live=True)

    def in_study(self) -> Self:
        return self.filter(is_in_study=True)

    def located(self) -> Self:
        return self.filter(latitude__isnull=False)

    def with_place(self) -> Self:
        """Bring commune, département and région along."""
        return self.select_related("type", "phase", "commune__department__region")

    def with_classification(self) -> Self:
        """Bring what a card shows: type, place, phase, themes, keywords."""
        return self.with_place().prefetch_related("themes", "tagged_items__tag", "legal_forms")

    def complete(self) -> Self:
        """Bring everything that the identity card shows."""
        return self.with_classification().prefetch_related(
            "barriers",
            "resource_levels",
            "milestones",
            "key_figures",
            "decisions",
            "citations__source",
            "experiences__method",
        )

    def in_order(self, keys: list[int]) -> list:
        """Return the dynamics with these keys, in the order of the keys."""
        found = self.in_bulk(keys)
        return [found[key] for key in keys if key in found]

    def restricted(self, *, type: str = "", initiator: str = "") -> Self:  # noqa: A002 - the word of the address
        """Keep one type, one initiator; empty keeps all, an unknown code keeps none."""
        kept = self.filter(type__code=type) if type else self
        return kept.filter(initiator=initiator) if initiator else kept
