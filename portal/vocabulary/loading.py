"""Load the closed vocabularies from `fixtures/vocabulary.toml`."""

from collections.abc import Mapping
from pathlib import Path

from portal.core.content_files import changed_tables, naming, write_fields
from portal.vocabulary.models import Barrier, Entry, Phase, Theme

FIELDS = {"label": "label", "description": "description"}
VOCABULARIES: dict[str, type[Entry]] = {"themes": Theme, "phases": Phase, "barriers": Barrier}


def load_entries(
    model: type[Entry], entries: list[dict], *, fields: Mapping[str, str] = FIELDS
) -> int:
    """Create or update the entries of one vocabulary, in order; return how many."""
    for position, values in enumerate(entries):
        code = values["code"]
        with naming(f"vocabulary.toml, {code}"):
            entry = model.objects.filter(code=code).first() or model(code=code)
            write_fields(entry, values, fields)
            entry.position = position
            entry.save()
    return len(entries)


def load(folder: Path) -> int:
    """Load themes, phases and barriers; return how many entries were read."""
    count = 0
    for tables in changed_tables(folder, "vocabulary.toml", purpose="vocabulary"):
        for name, model in VOCABULARIES.items():
            count += load_entries(model, tables[name])
    return count
