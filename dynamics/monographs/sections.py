"""The sections of a monograph as its page shows them: a title, a text, its sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wagtail.blocks import StreamValue

    from dynamics.monographs.dimensions import Section
    from dynamics.monographs.models import MonographPage
    from dynamics.monographs.sources import Cited


@dataclass(frozen=True)
class SectionView:
    """One section that has something to say."""

    code: str
    label: str
    value: StreamValue
    sources: list[Cited] = field(default_factory=list)


def sections_of(
    page: MonographPage, codes: tuple[Section, ...], sources: Mapping[str, list[Cited]]
) -> list[SectionView]:
    """Return the sections among `codes` that are written, in order, each with its sources."""
    return [
        SectionView(code.value, str(code.label), value, sources.get(code.value, []))
        for code in codes
        if (value := getattr(page, code.value))
    ]
