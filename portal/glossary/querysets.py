from typing import Self

from django.db import models
from django.db.models import Prefetch


class TermQuerySet(models.QuerySet):
    """Terms, by what one wants of them."""

    def published(self) -> Self:
        return self.filter(live=True)

    def with_names(self) -> Self:
        """Bring acronyms and synonyms along."""
        return self.prefetch_related("other_names")

    def names(self) -> Self:
        """Return `(address, name, other name)`, once for each of the other names. One query."""
        ordered = self.order_by("name", "other_names__sort_order")
        return ordered.values_list("slug", "name", "other_names__name")

    def complete(self) -> Self:
        """Bring everything a term's own page shows."""
        related = self.model.objects.published().only("name", "slug")
        return self.with_names().prefetch_related(
            "themes", "citations__source", Prefetch("see_also", queryset=related)
        )
