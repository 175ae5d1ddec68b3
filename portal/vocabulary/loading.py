"""Load the closed vocabularies from `fixtures/vocabulary.toml`."""

from pathlib import Path

from portal.core.content_files import changed_tables
from portal.vocabulary.models import Barrier, Entry, Phase, Theme

FIELDS = ("label", "short_label", "description", "term_slug")
VOCABULARIES: dict[str, type[Entry]] = {"themes": Theme, "phases": Phase, "barriers": Barrier}


def load_entries(model: type[Entry], entries: list[dict], *, rename: dict | None = None) -> int:
    """Create or update the entries of one vocabulary, in order; return how many."""
    for position, entry in enumerate(entries):
        values = {(rename or {}).get(name, name): value for name, value in entry.items()}
        fields = {name: value for name, value in values.items() if name in FIELDS}
        model.objects.update_or_create(
            code=entry["code"], defaults={**fields, "position": position}
        )
    return len(entries)


def load(folder: Path) -> int:
    """Load themes, phases and barriers; return how many entries were read."""
    count = 0
    for tables in changed_tables(folder, "vocabulary.toml", purpose="vocabulary"):
        for name, model in VOCABULARIES.items():
            count += load_entries(model, tables[name])
    return count
