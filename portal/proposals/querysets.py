from typing import Self

from django.db import models


class ProposalQuerySet(models.QuerySet):
    """Propositions, by what one wants of them."""

    def published(self) -> Self:
        return self.filter(live=True)

    def complete(self) -> Self:
        """Bring everything that the list shows."""
        return self.prefetch_related("themes", "citations__source")
