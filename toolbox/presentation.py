"""What the page of a method shows around its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from search.queries import similar_to

if TYPE_CHECKING:
    from toolbox.models import MethodPage

MOST_SIMILAR = 4
# Told by an organisation, or by a dynamic that everybody may read.
OF_THE_PUBLIC = Q(dynamic__isnull=True) | Q(dynamic__live=True)


def context_for(page: MethodPage) -> dict:
    """Gather who used a method, what was made from it, and what resembles it."""
    return {
        "experiences": page.experiences.filter(OF_THE_PUBLIC).select_related("dynamic"),
        "adaptations": page.adaptations.live(),
        "similar": similar_to(f"method:{page.pk}", limit=MOST_SIMILAR, kinds=("method",)),
    }
