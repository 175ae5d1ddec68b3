"""Undoing an import: what it made goes, what it changed comes back, unless somebody touched it since."""

from collections.abc import Iterable, Sequence

from taggit.models import Tag

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef
from wagtail.models import ReferenceIndex

from dynamics.directory.documents import KIND
from dynamics.directory.models import Dynamic, DynamicType, Tombstone
from dynamics.importing.classification import UNSORTED
from dynamics.importing.directory import known_records
from dynamics.importing.models import ImportedRow, ImportRun
from dynamics.importing.records import Known, Values, is_same
from dynamics.importing.writing import Change, Origin, apply, write_changes
from search import outbox

BATCH = 300
# What a record is made of goes with it: none of it says that somebody uses the record.
OWN_PARTS = frozenset(
    {"tagged_items", "provenances", "identifiers", "imported_rows", "tombstones", "citations"}
)


class NotUndoableError(Exception):
    """A later import builds on this one."""

    def __init__(self, later: ImportRun | None = None) -> None:
        super().__init__(str(later or ""))
        self.later = later


def undo_records(run: ImportRun, *, by: object) -> dict[str, int]:
    """Undo what a run did to each record; return how many went, came back, were kept.

    Raises:
        NotUndoableError: a later import changed the same records, or nothing is left to undo.
    """
    refuse_if_built_upon(run)
    outcome = {"removed": 0, "restored": 0, "kept": 0}
    tags: set[str] = set()
    keys = list(run.imported_rows.order_by("-pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        rows = list(ImportedRow.objects.filter(pk__in=keys[start : start + BATCH]))
        tags |= {tag for row in rows for tag in row.after.get("tags", ())}
        known = known_records(row.dynamic_id for row in rows)
        _undo_creations([row for row in rows if row.is_creation], known, outcome)
        _undo_changes([row for row in rows if not row.is_creation], known, outcome, by=by)
    run.imported_rows.all().delete()
    _forget_words(tags)
    return outcome


def refuse_if_built_upon(run: ImportRun) -> None:
    """Let the latest import be undone first.

    Raises:
        NotUndoableError: there is a later one, or this one is undone already.
    """
    if run.state not in (ImportRun.State.DONE, ImportRun.State.FAILED):
        raise NotUndoableError
    touched = run.imported_rows.filter(dynamic=OuterRef("dynamic"))
    later = ImportedRow.objects.filter(run__gt=run.pk).filter(Exists(touched)).first()
    if later:
        raise NotUndoableError(later.run)


def _undo_creations(
    rows: Sequence[ImportedRow], known: dict[int, Known], outcome: dict[str, int]
) -> None:
    used = _used(row.dynamic_id for row in rows)
    gone = [
        known[row.dynamic_id].dynamic
        for row in rows
        if row.dynamic_id not in used and _is_untouched(row, known[row.dynamic_id])
    ]
    Tombstone.objects.lay_all((one.slug, one.name) for one in gone if one.live)
    outbox.note(f"{KIND}:{one.pk}" for one in gone)
    delete([one.pk for one in gone])
    outcome["removed"] += len(gone)
    outcome["kept"] += len(rows) - len(gone)


def delete(keys: Sequence[int]) -> None:
    """Delete records that nothing else speaks of, with what they are made of, in one statement for each table.

    The usual way loads every row of every table, and notes each of them for the index: it took minutes.
    What was forgotten here, the database would refuse to delete.
    """
    parts = [
        relation
        for relation in Dynamic._meta.get_fields(include_hidden=True)
        if relation.auto_created and relation.one_to_many and not relation.concrete
    ]
    for relation in parts:
        is_own = relation.hidden or relation.get_accessor_name() in OWN_PARTS
        if is_own:
            _delete_all(relation.related_model, relation.field.name, keys)
    ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Dynamic),
        object_id__in=[str(key) for key in keys],
    ).delete()
    _delete_all(Dynamic, "pk", keys)


def _delete_all(model: type[Model], name: str, keys: Sequence[int]) -> None:
    rows = model._base_manager.filter(**{f"{name}__in": keys})
    rows._raw_delete(rows.db)  # noqa: SLF001 - Django has no other way to delete without loading


def _is_untouched(row: ImportedRow, known: Known) -> bool:
    """Tell whether a record is still what the row made: nobody edited it, in a draft or for all."""
    return known.dynamic.latest_revision_id is None and all(
        is_same(name, known.values[name], value) for name, value in row.after.items()
    )


def _used(keys: Iterable[int]) -> set[int]:
    """Return the records that something else of the portal speaks of: a story, an experience, a member, a tie."""
    pks = list(keys)
    found: set[int] = set()
    for relation in Dynamic._meta.related_objects:
        if relation.get_accessor_name() in OWN_PARTS:
            continue
        name = relation.field.name
        rows = relation.related_model._base_manager.filter(**{f"{name}__in": pks})
        found |= set(rows.values_list(name, flat=True))
    return found


def _undo_changes(
    rows: Sequence[ImportedRow], known: dict[int, Known], outcome: dict[str, int], *, by: object
) -> None:
    changes = []
    for row in rows:
        record = known[row.dynamic_id]
        back = _what_comes_back(row, record.values)
        if back and not record.dynamic.has_unpublished_changes:
            changes.append(Change(record, back, Origin(row.number, "", "", "")))
            apply(record, back, by=by)
    write_changes(changes)
    outbox.note(f"{KIND}:{each.known.dynamic.pk}" for each in changes)
    outcome["restored"] += len(changes)
    outcome["kept"] += len(rows) - len(changes)


def _what_comes_back(row: ImportedRow, now: Values) -> Values:
    """Return the former values of the fields that still say what the row wrote."""
    return {
        name: value
        for name, value in row.before.items()
        if is_same(name, now[name], row.after.get(name))
    }


def _forget_words(tags: set[str]) -> None:
    """Delete the keywords and the type that served nothing else."""
    unused = Tag.objects.filter(name__in=tags)
    for relation in Tag._meta.related_objects:
        using = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
        unused = unused.filter(~Exists(using))
    unused.delete()
    DynamicType.objects.filter(code=UNSORTED, dynamics=None).delete()
