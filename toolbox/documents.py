"""What search may know of the referential."""

from collections.abc import Iterable

from taggit.models import Tag

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from portal.core.plain_text import words_of
from portal.vocabulary.labels import labels_of
from portal.vocabulary.models import Barrier, Phase, Theme
from search import registry
from search.schema import SearchDocument
from toolbox.models import MethodPage, MethodTag

KIND = "method"


def build(primary_key: str) -> SearchDocument | None:
    """Describe a method, unless it is a draft or reserved."""
    method = MethodPage.objects.published().with_vocabulary().filter(pk=primary_key).first()
    if method is None:
        return None
    tags = [item.tag for item in method.tagged_items.all()]
    return SearchDocument(
        uid=f"{KIND}:{method.pk}",
        kind=KIND,
        title=method.title,
        url=f"/outils/{method.slug}/",
        summary=method.summary,
        body=words_of(
            method.purpose, method.steps, method.cautions, method.variants, method.questions
        ),
        tags=tuple(tag.name for tag in tags),
        facets={
            "theme": tuple(theme.code for theme in method.themes.all()),
            "phase": tuple(phase.code for phase in method.phases.all()),
            "barrier": tuple(barrier.code for barrier in method.barriers.all()),
            "keyword": tuple(tag.slug for tag in tags),
            "method_kind": (method.kind,),
        },
        updated_at=method.last_published_at,
    )


def primary_keys() -> Iterable[int]:
    """Every method one may read."""
    return MethodPage.objects.published().values_list("pk", flat=True)


def touched_by(instance: Model) -> list[str]:
    """A method, when it or its keywords change; every method of a keyword that is renamed."""
    if isinstance(instance, Tag):
        tagged = MethodTag.objects.filter(tag=instance)
        return [f"{KIND}:{method}" for method in tagged.values_list("content_object", flat=True)]
    method = instance.content_object_id if isinstance(instance, MethodTag) else instance.pk
    return [f"{KIND}:{method}"]


def register() -> None:
    """Make the referential findable, and give their words to the facets it brings."""
    registry.register(
        registry.Subject(
            kind=KIND,
            label=_("method"),
            label_plural=_("Methods"),
            models=(MethodPage, MethodTag, Tag),
            build=build,
            primary_keys=primary_keys,
            touched_by=touched_by,
        )
    )
    registry.register_facet("theme", _("Theme"), lambda: labels_of(Theme), is_ordered=True)
    registry.register_facet("phase", _("Phase"), lambda: labels_of(Phase), is_ordered=True)
    registry.register_facet("barrier", _("Barrier"), lambda: labels_of(Barrier), is_ordered=True)
    registry.register_facet(
        "method_kind", _("Kind of method"), lambda: dict(MethodPage.Kind.choices), is_ordered=True
    )
    registry.register_facet(
        "keyword",
        _("Keyword"),
        lambda: labels_of(Tag, key="slug", label="name"),
        is_suggested=True,
    )
