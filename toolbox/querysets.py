from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from django.db.models import Prefetch

from portal.core.attaching import attach
from portal.core.querysets import SitePageQuerySet

if TYPE_CHECKING:
    from toolbox.models import MethodPage


class MethodQuerySet(SitePageQuerySet):
    """Methods of the referential, by what one wants of them."""

    def with_vocabulary(self) -> Self:
        """Bring phases, themes, barriers and keywords along: what a card shows."""
        return self.prefetch_related("phases", "themes", "barriers", self.with_tags())

    def with_tags(self) -> Prefetch:
        """Bring keywords along in one query."""
        tagged = self.model.tagged_items.rel.related_model.objects.select_related("tag")
        return Prefetch("tagged_items", queryset=tagged)

    def cards(self, keys: Sequence[int]) -> "list[MethodPage]":
        """Return the methods with these keys, in their order, with all that a card shows."""
        found = self.prefetch_related(self.with_tags()).in_bulk(keys)
        methods = [found[key] for key in keys if key in found]
        attach(methods, "phases", "themes", "barriers")
        return methods
