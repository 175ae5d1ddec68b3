"""Keep the dynamics that filters ask for, each value checked against its vocabulary."""

from collections.abc import Iterable, Sequence

from django.db.models import Model, Q, QuerySet
from django.utils.text import slugify

from dynamics.directory.models import Dynamic, DynamicTag, DynamicType, LegalForm
from dynamics.directory.open_data import coming_from
from dynamics.directory.schemas import DynamicFilters
from portal.territories.bounds import read_bounds
from portal.territories.models import Department, Region
from portal.territories.names import name_key
from portal.vocabulary.codes import UnknownCodeError, codes_of, require_known
from portal.vocabulary.models import Barrier, Phase, Theme
from search.schema import UNLOCATED

# Filter, vocabulary, and where a dynamic keeps it.
VOCABULARIES: Sequence[tuple[str, type[Model], str]] = (
    ("type", DynamicType, "type"),
    ("phase", Phase, "phase"),
    ("theme", Theme, "themes"),
    ("barrier", Barrier, "barriers"),
    ("legal_form", LegalForm, "legal_forms"),
)


def _classified(dynamics: QuerySet[Dynamic], asked: DynamicFilters) -> QuerySet[Dynamic]:
    for name, model, field in VOCABULARIES:
        codes = getattr(asked, name)
        if codes:
            require_known(name, codes, codes_of(model))
            # A subquery, not a join: a dynamic that has two of the codes is one dynamic.
            found = Dynamic.objects.filter(**{f"{field}__code__in": codes})
            dynamics = dynamics.filter(pk__in=found.values("pk"))
    return dynamics


def territories(name: str, model: type[Model], values: Iterable[str]) -> list[Model]:
    """Return the territories that have these codes or names.

    Raises:
        UnknownCodeError: none is called so.
    """
    found = []
    for value in values:
        territory = model.objects.filter(Q(code=value) | Q(slug=name_key(value))).first()
        if territory is None:
            raise UnknownCodeError(name, value)
        found.append(territory)
    return found


def _located(dynamics: QuerySet[Dynamic], asked: DynamicFilters) -> QuerySet[Dynamic]:
    if asked.region:
        dynamics = dynamics.in_regions(territories("region", Region, asked.region))
    if asked.department:
        dynamics = dynamics.in_departments(territories("department", Department, asked.department))
    return dynamics.within([read_bounds(asked.bbox)]) if asked.bbox else dynamics


def _tagged(dynamics: QuerySet[Dynamic], words: Iterable[str]) -> QuerySet[Dynamic]:
    named = Q()
    for word in words:
        named |= Q(tag__name__iexact=word) | Q(tag__slug=slugify(word))
    return dynamics.filter(pk__in=DynamicTag.objects.filter(named).values("content_object"))


def filtered(dynamics: QuerySet[Dynamic], asked: DynamicFilters) -> QuerySet[Dynamic]:
    """Keep the dynamics that every filter lets through.

    Raises:
        UnknownCodeError: a filter names something that does not exist.
    """
    dynamics = coming_from(_located(_classified(dynamics, asked), asked), asked.origin)
    if asked.circle != "all":
        dynamics = dynamics.filter(is_conforming=asked.circle == "true")
    if asked.initiator:
        dynamics = dynamics.filter(initiator__in=asked.initiator)
    if asked.logics:
        dynamics = dynamics.filter(development_logic__in=asked.logics)
    if len(set(asked.situation)) == 1:
        dynamics = dynamics.filter(latitude__isnull=UNLOCATED in asked.situation)
    return _tagged(dynamics, asked.keywords) if asked.keywords else dynamics
