"""Bring the vocabularies of records along: one query, whatever the number of records and vocabularies."""

from collections import defaultdict
from collections.abc import Sequence

from django.core.cache import cache
from django.db.models import Model, QuerySet, Value

REMEMBERED_FOR = 60  # seconds; another process shows a renamed entry at most this late


def remembered(model: type[Model]) -> dict[object, Model]:
    """Return the entries of a small table by key, in the table's own order."""
    return cache.get_or_set(
        f"entries:{model._meta.label_lower}",
        lambda: {entry.pk: entry for entry in model.objects.all()},
        REMEMBERED_FOR,
    )


def attach(records: Sequence[Model], *relations: str) -> None:
    """Fill the many-to-many `relations` of records whose targets are small closed tables.

    The records are meant to be shown: saving one afterwards would write the relations again.
    """
    if not records:
        return
    links: dict[tuple[str, object], set[object]] = defaultdict(set)
    for relation, record, target in _links(records, relations):
        links[relation, record].add(target)
    for relation in relations:
        entries = remembered(type(records[0])._meta.get_field(relation).related_model)
        for record in records:
            wanted = links[relation, record.pk]
            setattr(record, relation, [entry for key, entry in entries.items() if key in wanted])


def _links(records: Sequence[Model], relations: Sequence[str]) -> QuerySet:
    """Return `(relation, record, target)` for every link of the records."""
    keys = [record.pk for record in records]
    first, *others = [_links_of(type(records[0]), relation, keys) for relation in relations]
    return first.union(*others, all=True)


def _links_of(model: type[Model], relation: str, keys: list[object]) -> QuerySet:
    field = model._meta.get_field(relation)
    own, target = field.m2m_field_name(), field.m2m_reverse_field_name()
    through = field.remote_field.through.objects.filter(**{f"{own}__in": keys})
    return through.values_list(Value(relation), f"{own}_id", f"{target}_id")
