"""What search may know of the dynamics: the record, and the monograph when there is one."""

from collections.abc import Iterable

from taggit.models import Tag

from django.core.cache import cache
from django.db.models import Model
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from dynamics.directory.models import Dynamic, DynamicTag, DynamicType, LegalForm, Provenance
from portal.core.plain_text import words_of
from portal.territories.models import Department, Region
from portal.vocabulary.labels import REMEMBERED_FOR, labels_of
from search import registry
from search.schema import LOCATED, ON_REQUEST, PUBLIC, UNLOCATED, SearchDocument

KIND = "dynamic"


def _facets(dynamic: Dynamic) -> dict[str, tuple[str, ...]]:
    department, region = dynamic.place_department, dynamic.place_region
    return {
        "type": (dynamic.type.code,),
        "phase": (dynamic.phase.code,) if dynamic.phase else (),
        "theme": tuple(theme.code for theme in dynamic.themes.all()),
        "barrier": tuple(barrier.code for barrier in dynamic.barriers.all()),
        "legal_form": tuple(form.code for form in dynamic.legal_forms.all()),
        "initiator": (dynamic.initiator,) if dynamic.initiator else (),
        "logic": (dynamic.development_logic,) if dynamic.development_logic else (),
        "keyword": tuple(item.tag.slug for item in dynamic.tagged_items.all()),
        "department": (department.code,) if department else (),
        "region": (region.code,) if region else (),
        "origin": tuple(origin.code for origin in dynamic.provenances.all()),
    }


def describe(dynamic: Dynamic, *, story: str = "") -> SearchDocument:
    """Build the document of a dynamic; `story` is the text of its monograph."""
    details = (
        dynamic.place_label,
        dynamic.territory,
        dynamic.legal_note,
        words_of(dynamic.presentation),
        *(milestone.text for milestone in dynamic.milestones.all()),
        story,
    )
    return SearchDocument(
        uid=f"{KIND}:{dynamic.pk}",
        kind=KIND,
        title=dynamic.name,
        url=dynamic.get_absolute_url(),
        summary=dynamic.summary,
        body=" ".join(detail for detail in details if detail),
        names=tuple(name for name in (dynamic.full_name, dynamic.type.label) if name),
        tags=tuple(item.tag.name for item in dynamic.tagged_items.all()),
        facets=_facets(dynamic),
        audience=PUBLIC if dynamic.is_conforming else ON_REQUEST,
        year=dynamic.created_year,
        updated_at=dynamic.updated_at,
        latitude=dynamic.latitude,
        longitude=dynamic.longitude,
    )


def primary_keys() -> Iterable[int]:
    """Every dynamic one may read."""
    return Dynamic.objects.published().values_list("pk", flat=True)


def touched_by(instance: Model) -> list[str]:
    """A dynamic, when it or its keywords change; every one of a type or keyword that is renamed."""
    if isinstance(instance, Tag | DynamicType):
        return [f"{KIND}:{dynamic}" for dynamic in _bearing(instance)]
    dynamic = instance.content_object_id if isinstance(instance, DynamicTag) else instance.pk
    return [f"{KIND}:{dynamic}"]


def _bearing(name: Tag | DynamicType) -> Iterable[int]:
    if isinstance(name, Tag):
        return DynamicTag.objects.filter(tag=name).values_list("content_object", flat=True)
    return name.dynamics.values_list("pk", flat=True)


def labels_of_origins() -> dict[str, str]:
    """Return the sources that records were taken from, by the code their name makes."""
    return cache.get_or_set(
        "labels:origins",
        lambda: {
            slugify(source): source
            for source in Provenance.objects.order_by().values_list("source", flat=True).distinct()
        },
        REMEMBERED_FOR,
    )


def register_facets() -> None:
    """Give their words to the facets that dynamics bring."""
    registry.register_facet(
        "situation",
        _("On the map"),
        lambda: {LOCATED: _("located"), UNLOCATED: _("without location")},
        is_ordered=True,
    )
    registry.register_facet(
        "type", _("Type of dynamic"), lambda: labels_of(DynamicType), is_ordered=True
    )
    registry.register_facet(
        "initiator", _("Initiator"), lambda: dict(Dynamic.Initiator.choices), is_ordered=True
    )
    registry.register_facet(
        "logic",
        _("Logic of development"),
        lambda: dict(Dynamic.DevelopmentLogic.choices),
        is_ordered=True,
    )
    registry.register_facet("origin", _("Source"), labels_of_origins)
    registry.register_facet("legal_form", _("Legal form"), lambda: labels_of(LegalForm))
    registry.register_facet(
        "region", _("Region"), lambda: labels_of(Region, label="name"), is_suggested=True
    )
    registry.register_facet(
        "department",
        _("Department"),
        lambda: labels_of(Department, label="name"),
        is_suggested=True,
    )
