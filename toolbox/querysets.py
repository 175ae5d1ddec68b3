from typing import Self

from wagtail.query import PageQuerySet


class MethodQuerySet(PageQuerySet):
    """Methods of the referential, by what one wants of them."""

    def published(self) -> Self:
        return self.live().public()

    def with_vocabulary(self) -> Self:
        """Bring phases, themes, barriers and keywords along: what a card shows."""
        return self.prefetch_related("phases", "themes", "barriers", "tagged_items__tag")

    def in_order(self, keys: list[int]) -> list:
        """Return the methods with these keys, in the order of the keys."""
        found = self.in_bulk(keys)
        return [found[key] for key in keys if key in found]
