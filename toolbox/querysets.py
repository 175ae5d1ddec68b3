from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from django.db.models import Count, Prefetch, Q, QuerySet

from portal.core.attaching import attach
from portal.core.querysets import SitePageQuerySet

if TYPE_CHECKING:
    from toolbox.models import MethodPage

VOCABULARIES = ("phases", "themes", "barriers")


class MethodQuerySet(SitePageQuerySet):
    """Methods of the referential, by what one wants of them."""

    def with_tags(self) -> Self:
        """Bring keywords along, in one query."""
        tagged = self._related("tagged_items").select_related("tag")
        return self.prefetch_related(Prefetch("tagged_items", queryset=tagged))

    def with_vocabulary(self) -> Self:
        """Bring phases, themes, barriers and keywords along: what a card shows."""
        return self.with_tags().prefetch_related(*VOCABULARIES)

    def with_experience_count(self) -> Self:
        """Count the organisations that told how they used each method, as `experience_count`."""
        outside = Count(
            "experiences__organisation",
            distinct=True,
            filter=~Q(experiences__organisation=""),
        )
        inside = Count(
            "experiences__dynamic", distinct=True, filter=Q(experiences__dynamic__live=True)
        )
        return self.annotate(experience_count=inside + outside)

    def cards(self, keys: Sequence[int]) -> "list[MethodPage]":
        """Return the methods with these keys, in their order, with all that a card shows."""
        found = self.with_tags().with_experience_count().in_bulk(keys)
        methods = [found[key] for key in keys if key in found]
        attach(methods, *VOCABULARIES)
        return methods

    def sheets(self) -> "list[MethodPage]":
        """Return the methods with all that their own pages show."""
        citations = self._related("citations").select_related("source")
        sources = Prefetch("citations", queryset=citations)
        methods = list(self.select_related("derived_from").with_tags().prefetch_related(sources))
        attach(methods, *VOCABULARIES)
        return methods

    def _related(self, name: str) -> QuerySet:
        return self.model._meta.get_field(name).related_model.objects.all()
