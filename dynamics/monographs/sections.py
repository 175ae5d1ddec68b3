"""The sections of a monograph as its page shows them: a title, a text, its sources."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

    from dynamics.monographs.dimensions import Section
    from dynamics.monographs.models import MonographPage, SectionSource


@dataclass(frozen=True)
class SectionView:
    """One section that has something to say."""

    code: str
    label: str
    value: StreamValue
    sources: list[SectionSource] = field(default_factory=list)


def sections_of(page: MonographPage, codes: tuple[Section, ...]) -> list[SectionView]:
    """Return the sections among `codes` that are written, in order. One query."""
    sources = defaultdict(list)
    for source in page.section_sources.select_related("source"):
        sources[source.section].append(source)
    return [
        SectionView(code.value, str(code.label), value, sources[code.value])
        for code in codes
        if (value := getattr(page, code.value))
    ]
