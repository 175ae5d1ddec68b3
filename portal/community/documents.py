"""What search may know of the editorial pages."""

from collections.abc import Iterable

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from portal.community.models import EditorialPage
from portal.core.plain_text import words_of
from search import registry
from search.schema import SearchDocument

KIND = "page"


def build(primary_key: str) -> SearchDocument | None:
    """Describe a page, unless it is a draft or reserved."""
    page = EditorialPage.objects.published().filter(pk=primary_key).first()
    if page is None:
        return None
    return SearchDocument(
        uid=f"{KIND}:{page.pk}",
        kind=KIND,
        title=page.title,
        url=page.get_url() or "/",
        summary=page.summary,
        body=words_of(page.body),
        updated_at=page.last_published_at,
    )


def primary_keys() -> Iterable[int]:
    """Every page one may read."""
    return EditorialPage.objects.published().values_list("pk", flat=True)


def touched_by(instance: Model) -> list[str]:
    """The page itself."""
    return [f"{KIND}:{instance.pk}"]


def register() -> None:
    """Make the editorial pages findable."""
    registry.register(
        registry.Subject(
            kind=KIND,
            label=_("page"),
            label_plural=_("Pages"),
            models=(EditorialPage,),
            build=build,
            primary_keys=primary_keys,
            touched_by=touched_by,
        )
    )
