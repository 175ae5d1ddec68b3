"""What the directory has already of the rows of a batch: a few queries, however many rows."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from dynamics.directory.models import Dynamic, DynamicTag, Identifier, Provenance
from dynamics.importing.checks.coordinates import Point
from dynamics.importing.likeness import KnownNames
from dynamics.importing.models import ImportedRow
from dynamics.importing.preparing import Prepared
from dynamics.importing.records import Known, values_of_record


def known_names() -> KnownNames:
    """Note the names and places of the whole directory."""
    names = KnownNames()
    columns = ("pk", "name", "latitude", "longitude", "commune_id", "department_id", "region_id")
    rows = Dynamic.objects.order_by("pk").values_list(*columns).iterator(chunk_size=5000)
    for pk, name, latitude, longitude, *places in rows:
        point = Point(latitude, longitude) if latitude is not None else None
        names.add(name, point, next(filter(None, places), ""), pk)
    return names


def records_of(source: str, source_ids: Iterable[str]) -> dict[str, Known]:
    """Return the records that these rows of a source made before."""
    rows = Provenance.objects.filter(source=source, source_id__in=list(source_ids))
    dynamics = dict(rows.values_list("source_id", "dynamic_id"))
    known = known_records(dynamics.values())
    return {source_id: known[pk] for source_id, pk in dynamics.items() if pk in known}


def known_records(keys: Iterable[int]) -> dict[int, Known]:
    """Return records as plain values, with what imports last wrote in each."""
    found = Dynamic.objects.in_bulk(list(keys))
    if not found:
        return {}
    related, written = related_values(found), last_written(found)
    return {
        pk: Known(dynamic, values_of_record(dynamic, related[pk]), written.get(pk, {}))
        for pk, dynamic in found.items()
    }


def related_values(keys: Iterable[int]) -> dict[int, dict[str, list[Any]]]:
    """Return keywords, themes and numbers of records."""
    pks = list(keys)
    related: dict[int, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    tagged = DynamicTag.objects.filter(content_object__in=pks)
    for pk, name in tagged.values_list("content_object_id", "tag__name"):
        related[pk]["tags"].append(name)
    themes = Dynamic.themes.through.objects.filter(dynamic__in=pks)
    for pk, theme in themes.values_list("dynamic_id", "theme_id"):
        related[pk]["themes"].append(theme)
    numbers = Identifier.objects.filter(dynamic__in=pks)
    for pk, *number in numbers.values_list("dynamic_id", "scheme", "value"):
        related[pk]["identifiers"].append(number)
    return related


def last_written(keys: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Return what imports last wrote in records."""
    rows = ImportedRow.objects.filter(dynamic__in=list(keys)).order_by("pk")
    return dict(rows.values_list("dynamic_id", "after"))


def records_with_numbers(batch: Iterable[Prepared]) -> dict[tuple[str, str], int]:
    """Return the records that bear the numbers of these rows."""
    values = {value for each in batch for _scheme, value in each.candidate.identifiers}
    if not values:
        return {}
    rows = Identifier.objects.filter(value__in=values)
    return {
        (scheme, value): pk for scheme, value, pk in rows.values_list("scheme", "value", "dynamic")
    }


def addresses_of(keys: Iterable[int]) -> dict[int, tuple[str, str, Point | None]]:
    """Return the names and addresses of records, to be shown, and where they are."""
    columns = ("pk", "name", "slug", "latitude", "longitude")
    rows = Dynamic.objects.filter(pk__in=list(keys)).values_list(*columns)
    return {
        pk: (name, f"/dynamiques/{slug}/", None if latitude is None else Point(latitude, longitude))
        for pk, name, slug, latitude, longitude in rows
    }
