"""Bring the vocabularies of records along: one query, whatever the number of records and vocabularies."""

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from django.db.models import Model, QuerySet, Value


def attach(records: Sequence[Model], *relations: str) -> None:
    """Fill the many-to-many `relations` of records, whose targets all have the same columns.

    The records are meant to be shown: saving one afterwards would write the relations again.
    """
    if not records:
        return
    model = type(records[0])
    found: dict[tuple[str, object], list[Model]] = defaultdict(list)
    for relation, record, *values in _links(model, relations, [record.pk for record in records]):
        target = _target(model, relation)
        found[relation, record].append(target.from_db(None, _columns(target), values))
    for relation in relations:
        in_order = attrgetter(*_target(model, relation)._meta.ordering)
        for record in records:
            setattr(record, relation, sorted(found[relation, record.pk], key=in_order))


def _target(model: type[Model], relation: str) -> type[Model]:
    return model._meta.get_field(relation).related_model


def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def _links(model: type[Model], relations: Sequence[str], keys: list[object]) -> QuerySet:
    """Return the relation, the record and what it points at, for every link of the records."""
    first, *others = [_links_of(model, relation, keys) for relation in relations]
    return first.union(*others, all=True)


def _links_of(model: type[Model], relation: str, keys: list[object]) -> QuerySet:
    field = model._meta.get_field(relation)
    own, target = field.m2m_field_name(), field.m2m_reverse_field_name()
    through = field.remote_field.through.objects.filter(**{f"{own}__in": keys})
    columns = (f"{target}__{name}" for name in _columns(field.related_model))
    return through.values_list(Value(relation), f"{own}_id", *columns)
