"""Internal links of the texts, and whether something still answers where they lead."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

from django.db.models import Field, Model
from django.urls import Resolver404, resolve
from django.utils.text import capfirst
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.blocks import StreamValue
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.views import serve

from dynamics.directory.models import Dynamic
from dynamics.monographs.models import MonographPage
from portal.community.models import EditorialPage
from portal.glossary.models import Term
from portal.proposals.models import Proposal
from toolbox.models import MethodPage

WRITTEN: tuple[type[Model], ...] = (
    MonographPage,
    MethodPage,
    EditorialPage,
    Dynamic,
    Term,
    Proposal,
)
_INTERNAL = re.compile(r'<a\b[^>]*?\shref="(/[^/"][^"]*|/)"')
_CHOSEN = re.compile(r'<a\b(?=[^>]*\slinktype="page")[^>]*\sid="(\d+)"')


@dataclass(frozen=True)
class BrokenLink:
    """A link of a text that leads nowhere."""

    content: Model
    field: Field
    address: str

    @property
    def kind(self) -> str:
        """What the content is, for people."""
        return capfirst(self.content._meta.verbose_name)

    @property
    def name(self) -> str:
        """What the content is called."""
        return str(self.content)

    @property
    def where(self) -> str:
        """In which part of the content."""
        return capfirst(self.field.verbose_name)

    @property
    def edit_url(self) -> str | None:
        """Where it can be corrected."""
        return AdminURLFinder().get_edit_url(self.content)


def strings(value: object) -> Iterator[str]:
    """Yield every piece of text of a field, however deep its blocks are."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, StreamValue):
        yield from strings(list(value.raw_data))
    elif isinstance(value, dict):
        yield from strings(list(value.values()))
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def links_in(html: str) -> Iterator[str]:
    """Yield where the internal links of a text lead; a page chosen in the editor is `page:12`."""
    yield from (unescape(address) for address in _INTERNAL.findall(html))
    yield from (f"page:{key}" for key in _CHOSEN.findall(html))


def _without_end(path: str) -> str:
    return unquote(path).rstrip("/") or "/"


class Addresses:
    """Where something answers, read from the database once."""

    def __init__(self) -> None:
        pages = list(Page.objects.live().public())
        self.pages = {f"page:{page.pk}" for page in pages}
        paths = [page.url for page in pages if page.url]
        paths += [dynamic.get_absolute_url() for dynamic in Dynamic.objects.published()]
        paths += [term.get_absolute_url() for term in Term.objects.published()]
        paths += Redirect.objects.values_list("old_path", flat=True)
        self.paths = {_without_end(urlsplit(path).path) for path in paths}

    def answer(self, address: str) -> bool:
        """Whether a visitor who follows this link reads something."""
        if address.startswith("page:"):
            return address in self.pages
        path = urlsplit(address).path
        return _without_end(path) in self.paths or _is_a_page_of_its_own(path)


def _is_a_page_of_its_own(path: str) -> bool:
    """Whether the address belongs to a view that is always there, and not to one content."""
    try:
        match = resolve(path)
    except Resolver404:
        return False
    return match.func is not serve and not match.kwargs and not match.args


def texts_of(model: type[Model]) -> Iterator[tuple[Model, Field, str]]:
    """Yield every piece of text of the published contents of one kind."""
    fields = [
        field
        for field in model._meta.get_fields()
        if isinstance(field, RichTextField | StreamField)
    ]
    for content in model.objects.filter(live=True):
        for field in fields:
            for text in strings(field.value_from_object(content)):
                yield content, field, text


def broken_links(models: Iterable[type[Model]] = WRITTEN) -> list[BrokenLink]:
    """Return the internal links that lead nowhere; the same one twice in a field counts once."""
    addresses = Addresses()
    found: dict[BrokenLink, None] = {}
    for model in models:
        for content, field, text in texts_of(model):
            for address in links_in(text):
                if not addresses.answer(address):
                    found[BrokenLink(content, field, address)] = None
    return list(found)
