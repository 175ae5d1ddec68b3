from typing import Self

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet


class SitePageQuerySet(PageQuerySet):
    """Pages of the portal, by who may read them."""

    def published(self) -> Self:
        """Pages that everybody may read: live, and under no restriction.

        Same answer as Wagtail's `.live().public()`, in one query instead of two.
        """
        path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
        covering = PageViewRestriction.objects.annotate(path=path).filter(
            path__startswith=F("page__path")
        )
        return self.live().filter(~Exists(covering))
