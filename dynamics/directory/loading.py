"""Load the directory from `fixtures/dynamics/`, and who used which method from `fixtures/methods/`."""

import datetime
from pathlib import Path

from dynamics.directory.models import (
    Decision,
    Dynamic,
    DynamicCitation,
    DynamicType,
    Experience,
    KeyFigure,
    LegalForm,
    Milestone,
    ResourceLevel,
)
from portal.bibliography.references import citations, in_words
from portal.core.content_files import (
    ContentFile,
    changed_pages,
    changed_tables,
    find,
    find_each,
    naming,
    write_fields,
)
from portal.core.prose import blocks
from portal.core.publishing import publish
from portal.territories.models import Commune
from portal.vocabulary.loading import FIELDS, load_entries
from portal.vocabulary.models import Barrier, Phase, Theme
from toolbox.models import MethodPage

TYPE_FIELDS = FIELDS | {"short_label": "short_label", "term": "term_slug"}
PLAIN_FIELDS = (
    "name",
    "full_name",
    "summary",
    "website",
    "place_label",
    "place_precision",
    "territory",
    "created_year",
    "created_note",
    "phase_note",
    "initiator",
    "development_logic",
    "legal_note",
)


def load_vocabularies(folder: Path) -> int:
    """Load the types of dynamics and the legal forms; return how many entries were read."""
    count = 0
    for tables in changed_tables(folder, "vocabulary.toml", purpose="directory"):
        count += load_entries(DynamicType, tables["types"], fields=TYPE_FIELDS)
        count += load_entries(LegalForm, tables["legal_forms"])
    return count


def _date(text: str) -> tuple[datetime.date, str]:
    """Read `2013`, `2013-05` or `2013-05-21`, and how precise it is."""
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    precision = "day" if day else "month" if month else "year"
    return datetime.date(year, month or 1, day or 1), precision


def _milestones(header: dict) -> list[Milestone]:
    found = []
    for position, event in enumerate(header.get("timeline", [])):
        date, precision = _date(str(event["date"]))
        end = event.get("end")
        found.append(
            Milestone(
                date=date,
                precision=precision,
                end_year=int(str(end)[:4]) if end else None,
                text=event["text"],
                source=in_words(event["source"]) if event.get("source") else "",
                sort_order=position,
            )
        )
    return found


def _resource_levels(header: dict) -> list[ResourceLevel]:
    return [
        ResourceLevel(structure=row.get("structure", ""), kind=kind, level=row[kind])
        for row in header.get("resources", [])
        for kind in ResourceLevel.Kind.values
        if row.get(kind)
    ]


def _key_figures(header: dict) -> list[KeyFigure]:
    return [
        KeyFigure(
            value=figure["value"],
            label=figure["label"],
            date=str(figure.get("date", "")),
            source=in_words(figure["source"]) if figure.get("source") else "",
            sort_order=position,
        )
        for position, figure in enumerate(header.get("key_figures", []))
    ]


def _place(dynamic: Dynamic, header: dict) -> None:
    code = header.get("commune_code")
    commune = find(Commune.objects, "code", code) if code else None
    dynamic.commune = commune
    dynamic.latitude = commune.latitude if commune else None
    dynamic.longitude = commune.longitude if commune else None


def _classification(dynamic: Dynamic, header: dict) -> None:
    phase = header.get("phase")
    dynamic.type = find(DynamicType.objects, "code", header["type"])
    dynamic.phase = find(Phase.objects, "code", phase) if phase else None
    dynamic.is_in_study = header["in_study"]
    governance = header.get("governance", {})
    dynamic.inhabitants_involvement = governance.get("inhabitants_involvement")
    dynamic.debate = governance.get("debate")


def load_dynamic(content: ContentFile) -> None:
    """Create or update one dynamic and publish it."""
    header = content.header
    dynamic = Dynamic.objects.filter(slug=content.slug).first() or Dynamic(slug=content.slug)
    write_fields(dynamic, header, {name: name for name in PLAIN_FIELDS})
    dynamic.presentation = blocks(content.intro)
    _classification(dynamic, header)
    _place(dynamic, header)
    dynamic.legal_forms = find_each(LegalForm.objects, "code", header.get("legal_forms", []))
    dynamic.themes = find_each(Theme.objects, "code", header.get("themes", []))
    dynamic.barriers = find_each(Barrier.objects, "code", header.get("barriers", []))
    dynamic.tags.set(header.get("tags", []), clear=True)
    dynamic.resource_levels = _resource_levels(header)
    dynamic.milestones = _milestones(header)
    dynamic.key_figures = _key_figures(header)
    dynamic.decisions = [Decision(**decision) for decision in header.get("decisions", [])]
    identity = header.get("sources", {}).get("identity", [])
    dynamic.citations = citations(DynamicCitation, identity)
    publish(dynamic)


def load(folder: Path) -> int:
    """Load every changed dynamic; return how many were read."""
    contents = list(changed_pages(folder / "dynamics", purpose="directory"))
    for content in contents:
        with naming(content.slug):
            load_dynamic(content)
    return len(contents)


def _experience(values: dict, **fields: object) -> Experience:
    slug = values.get("dynamic")
    return Experience(
        dynamic=find(Dynamic.objects, "slug", slug) if slug else None,
        organisation=values.get("organisation", ""),
        text=values["text"],
        year=values.get("year"),
        source=in_words(values["source"]) if values.get("source") else "",
        **fields,
    )


def load_experiences(folder: Path) -> int:
    """Load who used which method, once methods and dynamics are there; return how many."""
    count = 0
    for content in changed_pages(folder / "methods", purpose="experiences"):
        method = MethodPage.objects.get(slug=content.slug)
        method.experiences.all().delete()
        for position, values in enumerate(content.header.get("experiences", [])):
            with naming(content.slug):
                _experience(values, method=method, position=position).save()
            count += 1
    return count
