from typing import Self

from wagtail.query import PageQuerySet


class MonographQuerySet(PageQuerySet):
    """Monographs, by what one wants of them."""

    def published(self) -> Self:
        return self.live().public()
