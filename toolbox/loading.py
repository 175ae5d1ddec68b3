"""Load the referential from `fixtures/methods/`."""

from collections.abc import Iterable
from graphlib import TopologicalSorter
from pathlib import Path

from wagtail.models import Page

from portal.bibliography.references import citations
from portal.core.content_files import (
    ContentFile,
    changed_pages,
    find,
    find_each,
    naming,
    write_fields,
)
from portal.core.prose import blocks, items, rich_text
from portal.core.publishing import publish_page
from portal.vocabulary.models import Barrier, Phase, Theme
from toolbox.models import MethodCitation, MethodPage

SECTIONS = ("Pour quoi faire", "Comment s’y prendre", "Points d’attention")
PLAIN_FIELDS = {
    "title": "title",
    "summary": "summary",
    "kind": "kind",
    "participants": "participants",
    "participants_min": "min_participants",
    "participants_max": "max_participants",
    "duration": "duration",
    "promoted_by": "promoted_by",
}


def _questions(header: dict) -> list[tuple[str, dict]]:
    groups: dict[str, list[str]] = {}
    for question in header.get("questions", []):
        groups.setdefault(question.get("group", ""), []).append(question["text"])
    return [("group", {"title": title, "questions": texts}) for title, texts in groups.items()]


def _write_prose(page: MethodPage, content: ContentFile) -> None:
    purpose, steps, cautions = content.texts(SECTIONS).values()
    page.purpose = blocks(purpose)
    page.steps = [("step", step) for step in items(steps)]
    page.cautions = [("point", point) for point in items(cautions)]
    page.questions = _questions(content.header)
    page.variants = [
        ("variant", {"name": variant["name"], "text": rich_text(variant["text"])})
        for variant in content.header.get("variants", [])
    ]


def load_method(content: ContentFile, *, index: Page) -> None:
    """Create or update one method under the referential and publish it."""
    header = content.header
    page = MethodPage.objects.filter(slug=content.slug).first() or MethodPage(slug=content.slug)
    write_fields(page, header, PLAIN_FIELDS)
    _write_prose(page, content)
    page.phases = find_each(Phase.objects, "code", header.get("phases", []))
    page.themes = find_each(Theme.objects, "code", header.get("themes", []))
    page.barriers = find_each(Barrier.objects, "code", header.get("barriers", []))
    page.tags.set(header.get("tags", []), clear=True)
    origin = header.get("derived_from")
    page.derived_from = find(MethodPage.objects, "slug", origin) if origin else None
    page.citations = citations(MethodCitation, header.get("sources", []))
    publish_page(page, under=index)


def _origins_first(contents: Iterable[ContentFile]) -> list[ContentFile]:
    """Put each method after the one it was borrowed from."""
    files = {content.slug: content for content in contents}
    origins = {slug: [files[slug].header.get("derived_from")] for slug in files}
    with naming("derived_from"):
        order = TopologicalSorter(origins).static_order()
        return [files[slug] for slug in order if slug in files]


def load(folder: Path, *, index: Page) -> int:
    """Load every changed method; return how many were read."""
    contents = list(changed_pages(folder / "methods", purpose="toolbox"))
    for content in _origins_first(contents):
        with naming(content.slug):
            load_method(content, index=index)
    return len(contents)
