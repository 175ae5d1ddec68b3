from typing import Self

from dynamics.directory.querysets import PLACE
from portal.core.querysets import SitePageQuerySet


class MonographQuerySet(SitePageQuerySet):
    """Monographs, by what one wants of them."""

    def with_record(self) -> Self:
        """Bring the record of the directory along, with its place."""
        return self.select_related("dynamic", *(f"dynamic__{path}" for path in PLACE))
