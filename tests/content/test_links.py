"""Every page answers, and every link leads somewhere."""

import re
from collections.abc import Iterator

import pytest

from django.test import Client
from wagtail.models import Page

from dynamics.directory.models import Dynamic
from portal.core.prose import ADDRESSES, address
from portal.glossary.models import Term
from tests.content.files import PAGES, TABLES, where

pytestmark = [pytest.mark.xdist_group("content"), pytest.mark.usefixtures("content")]

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
VIEWS = (
    "/dynamiques/",
    "/dynamiques/?vue=carte",
    "/dynamiques/comparer/",
    "/dynamiques/comparer/?d=eusko&d=biovallee&d=figeacteurs&d=bliiida",
    "/dynamiques/tableaux/ressources/",
    "/dynamiques/tableaux/gouvernance/",
    "/outils/",
    "/glossaire/",
    "/propositions/",
    "/recherche/?q=scic",
)


def targets() -> set[tuple[str, str]]:
    """Return every link of the files, with the file it is in."""
    return {
        (where(path), target)
        for path in (*PAGES, *TABLES)
        for target in _LINK.findall(path.read_text(encoding="utf-8"))
    }


def addresses() -> Iterator[str]:
    """Yield the address of everything that is published."""
    yield from VIEWS
    for page in Page.objects.live().filter(depth__gte=2).specific():
        yield page.get_url()
    for record in (*Dynamic.objects.published(), *Term.objects.published()):
        yield record.get_absolute_url()


def leads_somewhere(client: Client, url: str) -> bool:
    """Tell whether a visitor who follows a link reaches a page; the admin asks who they are."""
    if url.startswith("/admin/"):
        return client.get(url).status_code in {200, 302}
    return client.get(url, follow=True).status_code == 200


def test_links_name_things_of_the_portal_or_safe_addresses():
    outside = {(path, target) for path, target in targets() if not target.startswith("/")}

    known = (*ADDRESSES, "https", "mailto")
    assert {item for item in outside if item[1].split(":")[0] not in known} == set()


def test_every_link_of_every_text_leads_to_a_page(client: Client):
    internal = {
        (path, address(target)) for path, target in targets() if address(target).startswith("/")
    }
    broken = {url for url in {url for _path, url in internal} if not leads_somewhere(client, url)}

    assert sorted(item for item in internal if item[1] in broken) == []


def test_everything_that_is_published_answers(client: Client):
    broken = {url: client.get(url).status_code for url in set(addresses())}

    assert {url: status for url, status in broken.items() if status != 200} == {}


def test_the_links_that_pages_show_lead_to_pages(client: Client):
    start = ["/", "/dynamiques/eusko/", "/dynamiques/euralens/", "/outils/debat-mouvant/"]
    found = {
        target
        for page in (*start, "/glossaire/tiers-lieu/", "/communaute/", *VIEWS)
        for target in re.findall(r'href="(/[^"#]*)', client.get(page).content.decode())
    }
    pages = {target.replace("&amp;", "&") for target in found if not target.startswith("/static/")}

    assert sorted(page for page in pages if not leads_somewhere(client, page)) == []
