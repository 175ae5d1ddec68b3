"""What the page of a monograph shows around its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dynamics.directory.models import Dynamic
from dynamics.directory.neighbours import neighbourhoods
from dynamics.directory.resources import by_structure
from dynamics.monographs.dimensions import DIMENSIONS, LISTS
from dynamics.monographs.sections import sections_of
from dynamics.monographs.sources import IDENTITY, sources_of
from search.queries import similar_to

MOST_SIMILAR = 4

if TYPE_CHECKING:
    from dynamics.monographs.models import MonographPage


def context_for(page: MonographPage) -> dict:
    """Gather the record, the sections and the neighbours of a monograph."""
    dynamic = Dynamic.objects.filled([page.dynamic])[0]
    sources = sources_of(page, dynamic)
    return {
        "dynamic": dynamic,
        "sections": sections_of(page, DIMENSIONS, sources),
        "points": sections_of(page, LISTS, sources),
        "experiences": dynamic.experiences.all(),
        "similar": similar_to(
            f"dynamic:{dynamic.pk}", limit=MOST_SIMILAR, kinds=("dynamic", "method")
        ),
        "neighbours": neighbourhoods(dynamic),
        "resources": by_structure(dynamic.resource_levels.all()),
        "milestones": dynamic.milestones.all(),
        "key_figures": dynamic.key_figures.all(),
        "decisions": dynamic.decisions.all(),
        "identity_sources": sources[IDENTITY],
    }
