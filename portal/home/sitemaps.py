"""What search engines may read: pages, records without monograph, terms."""

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from wagtail.contrib.sitemaps import Sitemap as PageSitemap

from dynamics.directory.models import Dynamic
from portal.glossary.models import Term


class RecordSitemap(Sitemap):
    """Dynamics whose story is not told yet."""

    def items(self) -> QuerySet:
        return (
            Dynamic.objects.published().conforming().without_monograph().only("slug", "updated_at")
        )

    def lastmod(self, dynamic: Dynamic) -> object:
        return dynamic.updated_at


class TermSitemap(Sitemap):
    """The glossary."""

    def items(self) -> QuerySet:
        return Term.objects.published().only("slug", "updated_at")

    def lastmod(self, term: Term) -> object:
        return term.updated_at


class OpenDataSitemap(Sitemap):
    """How to use again what the portal publishes."""

    def items(self) -> list[str]:
        return ["/donnees/", "/api/v1/docs"]

    def location(self, address: str) -> str:
        return address


SITEMAPS = {
    "pages": PageSitemap,
    "dynamics": RecordSitemap,
    "terms": TermSitemap,
    "open-data": OpenDataSitemap,
}
