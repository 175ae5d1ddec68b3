"""Load the monographs from `fixtures/dynamics/`."""

from pathlib import Path

from wagtail.models import Page

from dynamics.directory.models import Dynamic
from dynamics.monographs.models import MonographPage, SectionSource
from portal.bibliography.references import citations
from portal.core.content_files import ContentFile, changed_pages, naming
from portal.core.prose import blocks, items
from portal.core.publishing import publish_page

# Title in the file, key of its sources, field of the page.
DIMENSIONS = (
    ("Le ressort", "ressort", "spring"),
    ("L’énergie cinétique", "energie", "kinetic_energy"),
    ("La robustesse interne", "robustesse", "inner_strength"),
    ("L’impact sur le territoire", "impact", "impact"),
    ("Le « faire système »", "faire_systeme", "system"),
)
LISTS = (
    ("Points remarquables", "points", "remarkable_points"),
    ("Questions ouvertes", "questions", "open_questions"),
    ("Opportunités", "opportunites", "opportunities"),
)


def _sources(header: dict) -> list[SectionSource]:
    found: list[SectionSource] = []
    for _title, key, section in DIMENSIONS + LISTS:
        references = header.get("sources", {}).get(key, [])
        found += citations(SectionSource, references, section=section)
    return found


def load_monograph(content: ContentFile, *, directory: Page) -> None:
    """Create or update one monograph under the directory and publish it."""
    dynamic = Dynamic.objects.get(slug=content.slug)
    page = MonographPage.objects.filter(slug=content.slug).first()
    page = page or MonographPage(slug=content.slug, dynamic=dynamic)
    page.title = dynamic.name
    page.summary = dynamic.summary[:300]
    texts = content.texts(title for title, _key, _field in DIMENSIONS + LISTS)
    for title, _key, field in DIMENSIONS:
        setattr(page, field, blocks(texts[title]))
    for title, _key, field in LISTS:
        setattr(page, field, [("point", point) for point in items(texts[title])])
    page.section_sources = _sources(content.header)
    publish_page(page, under=directory)


def withdraw(slug: str) -> None:
    """Take a monograph that is no longer written off the site; its history stays."""
    for page in MonographPage.objects.live().filter(slug=slug):
        page.unpublish()


def load(folder: Path, *, directory: Page) -> int:
    """Load every changed monograph; a file without any section is only a record."""
    count = 0
    for content in changed_pages(folder / "dynamics", purpose="monographs"):
        if content.sections:
            with naming(content.slug):
                load_monograph(content, directory=directory)
            count += 1
        else:
            withdraw(content.slug)
    return count
