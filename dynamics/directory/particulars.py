"""Bring keywords, numbers, origins and helpers of dynamics along: one query for the four.

Each is a handful of short rows; one query per kind would cost a page a quarter of its budget.
"""

from collections import defaultdict
from typing import TYPE_CHECKING

from taggit.models import Tag

from django.db.models import BigIntegerField, DateField, QuerySet, Value
from django.db.models.functions import Cast

from dynamics.directory.upkeep.kinds import KINDS
from portal.contributions.models import Contribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dynamics.directory.models import Dynamic

NOTHING = Value("")
NEVER = Cast(Value(None), DateField())
Row = tuple


def attach_particulars(dynamics: "Sequence[Dynamic]") -> None:
    """Fill `tagged_items`, `identifiers`, `provenances` and `thanked` of dynamics to be shown."""
    if not dynamics:
        return
    model = type(dynamics[0])
    keys = [dynamic.pk for dynamic in dynamics]
    found: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for what, key, *values in _rows(model, keys):
        found[what, key].append(tuple(values))
    for dynamic in dynamics:
        names = (name for _rank, name, *_ in sorted(found["thanked", dynamic.pk]))
        dynamic.thanked = list(dict.fromkeys(names))
    makers = {"tagged_items": _keyword, "identifiers": _number, "provenances": _origin}
    for what, make in makers.items():
        related = model._meta.get_field(what).related_model
        for dynamic in dynamics:
            rows = sorted(found[what, dynamic.pk], key=lambda row: row[0])
            setattr(dynamic, what, [make(related, row) for row in rows])


def _rows(model: "type[Dynamic]", keys: list[int]) -> QuerySet:
    """Return what each row is, whose it is, its rank, then its own facts."""

    def related(name: str, owner: str) -> QuerySet:
        manager = model._meta.get_field(name).related_model.objects
        return manager.filter(**{f"{owner}__in": keys}).order_by()

    keywords = related("tagged_items", "content_object").values_list(
        Value("tagged_items"),
        "content_object_id",
        "pk",
        "tag__name",
        "tag__slug",
        NOTHING,
        NOTHING,
        NEVER,
    )
    numbers = related("identifiers", "dynamic").values_list(
        Value("identifiers"), "dynamic_id", "pk", "scheme", "value", NOTHING, NOTHING, NEVER
    )
    origins = related("provenances", "dynamic").values_list(
        Value("provenances"), "dynamic_id", "pk", "source", "source_id", "licence", "link", "date"
    )
    helpers = Contribution.objects.about(KINDS, keys).credited().order_by()
    thanks = helpers.values_list(
        Value("thanked"),
        Cast("target", BigIntegerField()),
        "pk",
        "credit",
        NOTHING,
        NOTHING,
        NOTHING,
        NEVER,
    )
    return keywords.union(numbers, origins, thanks, all=True)


def _keyword(model: type, row: Row) -> object:
    key, name, slug, *_ = row
    return model(pk=key, tag=Tag(name=name, slug=slug))


def _number(model: type, row: Row) -> object:
    key, scheme, value, *_ = row
    return model(pk=key, scheme=scheme, value=value)


def _origin(model: type, row: Row) -> object:
    key, source, source_id, licence, link, date = row
    return model(pk=key, source=source, source_id=source_id, licence=licence, link=link, date=date)
