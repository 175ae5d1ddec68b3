"""Load the editorial pages from `fixtures/pages/`."""

from pathlib import Path

from wagtail.models import Page

from portal.bibliography.references import citations
from portal.community.models import EditorialCitation, EditorialPage
from portal.core.content_files import ContentFile, changed_pages, find, naming
from portal.core.prose import blocks
from portal.core.publishing import publish_page


def _body(content: ContentFile) -> list[tuple[str, str]]:
    body = blocks(content.intro) if content.intro else []
    for title, text in content.sections.items():
        body += [("heading", title), *blocks(text)]
    return body


def _page_under(parent: Page, *, slug: str) -> EditorialPage:
    """Return the page of a file, moved if its parent changed, or a new one."""
    page = EditorialPage.objects.filter(slug=slug).first() or EditorialPage(slug=slug)
    if page.pk and not page.is_child_of(parent):
        page.move(parent, "last-child")
        page.refresh_from_db()
    return page


def load_page(content: ContentFile, *, home: Page) -> None:
    """Create or update one page under its parent and publish it."""
    header = content.header
    above = header.get("parent")
    parent = find(EditorialPage.objects, "slug", above) if above else home
    page = _page_under(parent, slug=content.slug)
    page.title = header["title"]
    page.summary = header.get("summary", "")
    page.body = _body(content)
    page.citations = citations(EditorialCitation, header.get("sources", []))
    publish_page(page, under=parent)


def _place(content: ContentFile) -> tuple[bool, int]:
    with naming(content.slug):
        return bool(content.header.get("parent")), content.header["order"]


def load(folder: Path, *, home: Page) -> int:
    """Load every changed page, parents first; return how many were read."""
    contents = list(changed_pages(folder / "pages", purpose="community"))
    contents.sort(key=_place)
    for content in contents:
        with naming(content.slug):
            load_page(content, home=home)
    return len(contents)
