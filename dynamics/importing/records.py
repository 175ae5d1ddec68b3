"""A record as plain values: what the directory says now, what a row says, and which of the two to keep."""

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify

from dynamics.directory.models import Dynamic
from dynamics.importing.classification import Classifier
from dynamics.importing.preparing import Prepared

Values = dict[str, Any]

# Columns of the record, then what stands in tables of its own.
COLUMNS = (
    "name",
    "full_name",
    "type_id",
    "summary",
    "website",
    "place_label",
    "territory",
    "commune_id",
    "department_id",
    "region_id",
    "latitude",
    "longitude",
    "place_precision",
    "created_year",
    "licence",
)
PRESENTATION = "presentation"
RELATED = ("tags", "themes", "identifiers")
UNKNOWN_PLACE = "Lieu non précisé"
UNKNOWN_LICENCE = "Licence non précisée"
# Together or not at all: a new commune with the old point would be nowhere.
PLACE = (
    "place_label",
    "commune_id",
    "department_id",
    "region_id",
    "latitude",
    "longitude",
    "place_precision",
)


def values_of_row(prepared: Prepared, classifier: Classifier) -> Values:
    """Return what a row says, in the terms of a record."""
    candidate, placement = prepared.candidate, prepared.placement
    point = placement.point
    return {
        "name": candidate.name,
        "full_name": candidate.full_name,
        "type_id": classifier.type_of(candidate),
        "summary": candidate.summary or summary_of(prepared),
        "website": candidate.website,
        "place_label": placement.label[:150] or UNKNOWN_PLACE,
        "territory": placement.territory[:250],
        "commune_id": placement.commune or None,
        "department_id": placement.department or None,
        "region_id": placement.region or None,
        "latitude": round(point.latitude, 6) if point else None,
        "longitude": round(point.longitude, 6) if point else None,
        "place_precision": placement.precision,
        "created_year": candidate.created_year,
        "licence": candidate.licence or UNKNOWN_LICENCE,
        PRESENTATION: paragraphs(candidate.description),
        "tags": sorted(candidate.tags),
        "themes": sorted(classifier.themes_of(candidate)),
        "identifiers": sorted(list(each) for each in candidate.identifiers),
    }


def summary_of(prepared: Prepared) -> str:
    """Say the least there is to say: its kinds and its place, in the words of the file."""
    kinds = ", ".join(prepared.candidate.tags[:3])
    return " · ".join(part for part in (kinds, prepared.placement.label) if part)[:400]


def paragraphs(text: str) -> str:
    """Return a text as the HTML that editors work on."""
    parts = (html.escape(part, quote=False) for part in text.split("\n\n") if part.strip())
    return "".join(f"<p>{part.strip().replace(chr(10), '<br/>')}</p>" for part in parts)


def blocks(markup: str) -> list[tuple[str, str]]:
    """Return a presentation as the blocks of a record."""
    return [("paragraph", markup)] if markup else []


@dataclass(frozen=True, slots=True)
class Known:
    """A record of the directory, and what an import last wrote in it."""

    dynamic: Dynamic
    values: Values
    written: Values


def values_of_record(dynamic: Dynamic, related: Mapping[str, Sequence[Any]]) -> Values:
    """Return what a record says now."""
    stream = dynamic.presentation.get_prep_value()
    text = "".join(str(block["value"]) for block in stream if block["type"] == "paragraph")
    return {
        **{name: getattr(dynamic, name) for name in COLUMNS},
        PRESENTATION: text,
        **{name: sorted(related.get(name, ())) for name in RELATED},
    }


@dataclass(frozen=True, slots=True)
class Difference:
    """What a row changes in a record, and what it would have changed had nobody touched it."""

    changes: Values
    conflicts: tuple[str, ...]


def difference(now: Values, written: Values, wanted: Values) -> Difference:
    """Compare a record with what a row says: what somebody wrote since the last import stays.

    A field may be changed when it still says what an import wrote in it.
    """
    changes, conflicts = {}, []
    for names in groups():
        if all(is_same(name, now[name], wanted[name]) for name in names):
            continue
        if all(name in written and is_same(name, written[name], now[name]) for name in names):
            changes |= {name: wanted[name] for name in names if wanted[name] != now[name]}
        elif not all(is_same(name, written.get(name), wanted[name]) for name in names):
            conflicts.append(names[0])
    return Difference(changes, tuple(conflicts))


def is_same(name: str, one: Any, other: Any) -> bool:
    """Compare two values of a field; keywords are the same whatever their capitals and accents."""
    if name == "tags" and one is not None and other is not None:
        return {slugify(tag) for tag in one} == {slugify(tag) for tag in other}
    return bool(one == other)


def groups() -> Iterable[tuple[str, ...]]:
    """Yield the fields that change together."""
    yield PLACE
    for name in (*COLUMNS, PRESENTATION, *RELATED):
        if name not in PLACE:
            yield (name,)
