"""What is new, as an Atom feed: everything, one kind, or what answers a question."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from dynamics.directory.models import Dynamic, Experience
from portal.community.models import EditorialPage
from portal.core.downloads import dated, site_of
from portal.core.plain_text import words_of_html
from portal.core.xml_text import plain
from portal.glossary.models import Term
from portal.proposals.models import Proposal
from search import questions
from search.queries import find
from search.request import SearchRequest
from toolbox.models import MethodPage

MOST = 50
LONGEST_SUMMARY = 300


@dataclass(frozen=True)
class Entry:
    """Something new."""

    kind: str
    key: int
    title: str
    path: str
    summary: str
    published: datetime.datetime
    updated: datetime.datetime


def _dynamics() -> Iterator[Entry]:
    """Yield the records made here: an import of thousands would hide everything else."""
    for each in Dynamic.objects.published().conforming().from_here().order_by("-updated_at")[:MOST]:
        published = each.first_published_at or each.created_at
        path = each.get_absolute_url()
        yield Entry("dynamic", each.pk, each.name, path, each.summary, published, each.updated_at)


def _pages(kind: str, pages: Iterable[MethodPage | EditorialPage]) -> Iterator[Entry]:
    for page in pages:
        path = f"/outils/{page.slug}/" if kind == "method" else page.get_url() or "/"
        dates = page.first_published_at, page.last_published_at
        yield Entry(kind, page.pk, page.title, path, page.summary, *dates)


def _methods() -> Iterator[Entry]:
    found = MethodPage.objects.published().filter(last_published_at__isnull=False)
    return _pages("method", found.order_by("-last_published_at")[:MOST])


def _editorial() -> Iterator[Entry]:
    found = EditorialPage.objects.published().filter(last_published_at__isnull=False)
    return _pages("page", found.order_by("-last_published_at")[:MOST])


def _experiences() -> Iterator[Entry]:
    """Yield what was told of methods by those whom everybody may read about."""
    methods = MethodPage.objects.published()
    told = Experience.objects.filter(method__in=methods).exclude(dynamic__live=False)
    for each in told.select_related("method", "dynamic").order_by("-updated_at")[:MOST]:
        who = each.dynamic.name if each.dynamic else each.organisation
        title = _("%(method)s, tried by %(who)s") % {"method": each.method.title, "who": who}
        path = f"/outils/{each.method.slug}/"
        yield Entry("experience", each.pk, title, path, each.text, each.updated_at, each.updated_at)


def _terms() -> Iterator[Entry]:
    for each in Term.objects.published().order_by("-updated_at")[:MOST]:
        text = words_of_html(each.definition)
        published = each.first_published_at or each.updated_at
        path = each.get_absolute_url()
        yield Entry("term", each.pk, each.name, path, text, published, each.updated_at)


def _proposals() -> Iterator[Entry]:
    for each in Proposal.objects.published().order_by("-updated_at")[:MOST]:
        text = words_of_html(each.text)
        published = each.first_published_at or each.updated_at
        path = each.get_absolute_url()
        yield Entry("proposal", each.pk, each.title, path, text, published, each.updated_at)


KINDS: dict[str, Callable[[], Iterator[Entry]]] = {
    "dynamic": _dynamics,
    "method": _methods,
    "experience": _experiences,
    "term": _terms,
    "proposal": _proposals,
    "page": _editorial,
}


def entries(kind: str, terms: str) -> list[Entry]:
    """Return the newest entries first: of one kind if asked, among what search finds if asked."""
    kinds = {kind: KINDS[kind]} if kind in KINDS else KINDS
    found = [entry for of_kind in kinds.values() for entry in of_kind()]
    if terms:
        hits = find(SearchRequest(terms=terms, per_page=100)).hits
        kept = {hit.url for hit in hits}
        found = [entry for entry in found if entry.path in kept]
    return sorted(found, key=lambda entry: entry.updated, reverse=True)[:MOST]


def _identifier(entry: Entry) -> str:
    """Name an entry for ever (RFC 4151): neither its title nor its address are in it."""
    host = settings.SITE_URL.partition("://")[2].partition(":")[0]
    return f"tag:{host},2026:{entry.kind}/{entry.key}"


@require_safe
@conditional_page
def news(request: HttpRequest) -> HttpResponse:
    """The feed: `?kind=method` keeps one kind, `?q=` what answers a question."""
    kind = questions.clean(request.GET.get("kind", ""))
    terms = questions.clean(request.GET.get("q", ""))
    site = site_of(request)
    asked = {"kind": kind if kind in KINDS else "", "q": terms}
    query = urlencode({name: value for name, value in asked.items() if value})
    address = f"{site}/nouveautes.atom" + (f"?{query}" if query else "")
    name = settings.WAGTAIL_SITE_NAME
    feed = Atom1Feed(
        title=_("What is new on %(name)s") % {"name": name},
        link=f"{site}/",
        description=_("Dynamics, methods, experiences, terms and propositions, the newest first."),
        language="fr",
        author_name=name,
        feed_url=address,
        feed_guid=address,
    )
    found = entries(kind, terms)
    for entry in found:
        feed.add_item(
            title=plain(entry.title),
            link=site + entry.path,
            # Django announces HTML: a text must be written as such.
            description=escape(Truncator(plain(entry.summary)).chars(LONGEST_SUMMARY)),
            unique_id=_identifier(entry),
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=[entry.kind],
        )
    response = HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
    return dated(response, found[0].updated if found else None)
