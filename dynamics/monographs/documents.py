"""A dynamic is found by its record and by its story: one document for both."""

from collections.abc import Iterator, Sequence

from taggit.models import Tag

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from dynamics.directory import documents
from dynamics.directory.models import Dynamic, DynamicTag, DynamicType
from dynamics.monographs.models import MonographPage
from portal.core.plain_text import words_of
from search import registry
from search.schema import SearchDocument


def _story(page: MonographPage) -> str:
    return words_of(
        page.spring,
        page.kinetic_energy,
        page.inner_strength,
        page.impact,
        page.system,
        page.remarkable_points,
        page.open_questions,
        page.opportunities,
    )


def build(primary_key: str) -> SearchDocument | None:
    """Describe a dynamic and its story, unless the record is a draft."""
    return next(build_many([primary_key]), None)


def build_many(primary_keys: Sequence[str]) -> Iterator[SearchDocument]:
    """Describe those of these dynamics that are published, each with its story if it has one."""
    dynamics = Dynamic.objects.published().filter(pk__in=primary_keys).described()
    pages = MonographPage.objects.published().filter(dynamic__in=primary_keys)
    stories = {page.dynamic_id: _story(page) for page in pages}
    for dynamic in dynamics:
        yield documents.describe(dynamic, story=stories.get(dynamic.pk, ""))


def touched_by(instance: Model) -> list[str]:
    """The dynamic, whether its record or its story changes."""
    if isinstance(instance, MonographPage):
        return [f"{documents.KIND}:{instance.dynamic_id}"]
    return documents.touched_by(instance)


def register() -> None:
    """Make the dynamics findable."""
    documents.register_facets()
    registry.register(
        registry.Subject(
            kind=documents.KIND,
            label=_("dynamic"),
            label_plural=_("Dynamics"),
            models=(Dynamic, DynamicTag, DynamicType, MonographPage, Tag),
            build=build,
            build_many=build_many,
            primary_keys=documents.primary_keys,
            touched_by=touched_by,
        )
    )
