"""Writing a batch: a bounded number of statements, whatever the number of rows."""

import datetime
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from taggit.models import Tag

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from dynamics.directory.documents import KIND
from dynamics.directory.models import Dynamic, DynamicTag, Identifier, Provenance, Tombstone
from dynamics.importing.models import ImportedRow, ImportRun
from dynamics.importing.records import COLUMNS, PRESENTATION, RELATED, Known, Values, blocks
from portal.core.copying import insert
from portal.core.publishing import publish
from portal.vocabulary.models import Theme
from search import outbox

# Addresses of the directory that are not those of a record.
RESERVED = frozenset({"comparer", "tableaux", "proposer", "points"})
LONGEST_SLUG = 130


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one row comes from."""

    number: int
    source_id: str
    licence: str
    link: str


@dataclass(frozen=True, slots=True)
class Creation:
    """A record to make."""

    values: Values
    origin: Origin


@dataclass(frozen=True, slots=True)
class Change:
    """A record to change."""

    known: Known
    changes: Values
    origin: Origin


@transaction.atomic
def write_batch(
    run: ImportRun,
    creations: Sequence[Creation],
    changes: Sequence[Change],
    *,
    is_conforming: bool,
) -> None:
    """Write what a batch of rows makes and changes, and how to undo it."""
    made = create(run, creations, is_conforming=is_conforming)
    for change in changes:
        apply(change.known, change.changes, by=run.by)
    write_changes(changes)
    insert(list(_made_rows(run, creations, made)))
    # An import that was interrupted and begins again meets what it made the first time.
    ImportedRow.objects.bulk_create(
        _changed_rows(run, changes),
        update_conflicts=True,
        unique_fields=["run", "dynamic"],
        update_fields=["after"],
    )
    outbox.note(f"{KIND}:{each.pk}" for each in (*made, *(one.known.dynamic for one in changes)))


def create(run: ImportRun, creations: Sequence[Creation], *, is_conforming: bool) -> list[Dynamic]:
    """Make records, published, with everything they have."""
    if not creations:
        return []
    now = timezone.now()
    slugs = free_slugs([(each.values["name"], run.source, each.origin) for each in creations])
    made = [
        Dynamic(
            **{name: each.values[name] for name in COLUMNS},
            presentation=blocks(each.values[PRESENTATION]),
            slug=slug,
            is_conforming=is_conforming,
            live=True,
            first_published_at=now,
            last_published_at=now,
        )
        for each, slug in zip(creations, slugs, strict=True)
    ]
    insert(made)
    insert(
        [
            _provenance(run, each.origin, dynamic, now.date())
            for each, dynamic in zip(creations, made, strict=True)
        ]
    )
    for name in RELATED:
        relate(
            name,
            [
                (dynamic.pk, each.values[name])
                for each, dynamic in zip(creations, made, strict=True)
            ],
        )
    Tombstone.objects.filter(slug__in=slugs).delete()
    return made


def _provenance(run: ImportRun, origin: Origin, dynamic: Dynamic, day: datetime.date) -> Provenance:
    return Provenance(
        dynamic=dynamic,
        source=run.source,
        source_id=origin.source_id,
        licence=origin.licence,
        link=origin.link,
        date=day,
    )


def free_slugs(wanted: Sequence[tuple[str, str, Origin]]) -> list[str]:
    """Return an address for each name; one that is taken gets the mark of its row, always the same."""
    plain = [
        slugify(name.replace("’", "-").replace("'", "-"))[:LONGEST_SLUG].strip("-")
        for name, _, _ in wanted
    ]
    marked = [
        f"{slug or 'fiche'}-{mark_of(source, origin.source_id)}"
        for slug, (_, source, origin) in zip(plain, wanted, strict=True)
    ]
    names = [name for name, _, _ in wanted]
    taken = RESERVED | {""} | _taken(plain) | _left_by_others(plain, names)
    found: list[str] = []
    for slug, other in zip(plain, marked, strict=True):
        chosen = other if slug in taken else slug
        taken |= {chosen}
        found.append(chosen)
    return found


def _taken(slugs: Iterable[str]) -> set[str]:
    return set(Dynamic.objects.filter(slug__in=set(slugs)).values_list("slug", flat=True))


def _left_by_others(slugs: Sequence[str], names: Sequence[str]) -> set[str]:
    """Return the addresses of records that are gone, unless one of the same name takes its own again."""
    called = dict(zip(slugs, names, strict=True))
    gone = Tombstone.objects.filter(slug__in=slugs).values_list("slug", "name", "reason")
    return {
        slug
        for slug, name, reason in gone
        if reason != Tombstone.Reason.WITHDRAWN or called[slug] != name
    }


def mark_of(source: str, source_id: str) -> str:
    """Return a few letters that tell a row of a source from every other."""
    return hashlib.sha256(f"{source}|{source_id}".encode()).hexdigest()[:8]


def relate(name: str, links: Sequence[tuple[int, list[Any]]]) -> None:
    """Write the keywords, themes or numbers of records that have none."""
    if not any(values for _pk, values in links):
        return
    if name == "tags":
        tags = tags_named({tag for _pk, values in links for tag in values})
        insert(
            [
                DynamicTag(content_object_id=pk, tag_id=tag)
                for pk, values in links
                for tag in dict.fromkeys(
                    tags[each] for each in map(slug_of, values) if each in tags
                )
            ]
        )
    elif name == "themes":
        through = Dynamic.themes.through
        insert([through(dynamic_id=pk, theme_id=theme) for pk, values in links for theme in values])
    else:
        insert(
            [
                Identifier(dynamic_id=pk, scheme=scheme, value=value, sort_order=place)
                for pk, values in links
                for place, (scheme, value) in enumerate(values)
            ]
        )


@lru_cache(maxsize=8192)
def slug_of(keyword: str) -> str:
    """Return what keywords are compared by; the same ones come again and again."""
    return slugify(keyword)


def tags_named(names: Iterable[str]) -> dict[str, int]:
    """Return the keywords of these names by their slugs, those that nobody used yet made."""
    wanted = {slug_of(name): name for name in sorted(names)}
    wanted.pop("", None)
    known = dict(Tag.objects.filter(slug__in=wanted).values_list("slug", "pk"))
    missing = [Tag(slug=slug, name=name) for slug, name in wanted.items() if slug not in known]
    if not missing:
        return known
    Tag.objects.bulk_create(missing, ignore_conflicts=True)
    return dict(Tag.objects.filter(slug__in=wanted).values_list("slug", "pk"))


def apply(known: Known, changes: Values, *, by: object) -> None:
    """Put new values in a record; one that has a history gets a revision more."""
    dynamic = known.dynamic
    for name in COLUMNS:
        if name in changes:
            setattr(dynamic, name, changes[name])
    if PRESENTATION in changes:
        dynamic.presentation = blocks(changes[PRESENTATION])
    if dynamic.latest_revision_id:
        _apply_related(dynamic, changes)
        publish(dynamic, by=by, is_granted=True)


def _apply_related(dynamic: Dynamic, changes: Values) -> None:
    if "tags" in changes:
        dynamic.tags.set(changes["tags"], clear=True)
    if "themes" in changes:
        dynamic.themes = list(Theme.objects.filter(pk__in=changes["themes"]))
    if "identifiers" in changes:
        dynamic.identifiers = [
            Identifier(scheme=scheme, value=value) for scheme, value in changes["identifiers"]
        ]


def write_changes(changes: Sequence[Change]) -> None:
    """Write the changes of the records that have no history, all at once."""
    plain = [each for each in changes if not each.known.dynamic.latest_revision_id]
    now = timezone.now()
    for each in plain:
        each.known.dynamic.updated_at = now
    names = {name for each in plain for name in each.changes if name not in RELATED}
    fields = [*(name.removesuffix("_id") for name in names), "updated_at"]
    if plain:
        Dynamic.objects.bulk_update([each.known.dynamic for each in plain], fields, batch_size=100)
    for name in RELATED:
        _relate_again(name, [each for each in plain if name in each.changes])


def _relate_again(name: str, changes: Sequence[Change]) -> None:
    links = [(each.known.dynamic.pk, each.changes[name]) for each in changes]
    keys = [pk for pk, _values in links]
    if not keys:
        return
    if name == "tags":
        DynamicTag.objects.filter(content_object__in=keys).delete()
    elif name == "themes":
        Dynamic.themes.through.objects.filter(dynamic__in=keys).delete()
    else:
        Identifier.objects.filter(dynamic__in=keys).delete()
    relate(name, links)


def _made_rows(
    run: ImportRun, creations: Sequence[Creation], made: Sequence[Dynamic]
) -> Iterable[ImportedRow]:
    for each, dynamic in zip(creations, made, strict=True):
        yield ImportedRow(
            run=run,
            number=each.origin.number,
            dynamic=dynamic,
            is_creation=True,
            after=each.values,
        )


def _changed_rows(run: ImportRun, changes: Sequence[Change]) -> Iterable[ImportedRow]:
    for each in changes:
        yield ImportedRow(
            run=run,
            number=each.origin.number,
            dynamic=each.known.dynamic,
            is_creation=False,
            before={name: each.known.values[name] for name in each.changes},
            after=each.known.written | each.changes,
        )
