"""Load the bibliography from `fixtures/sources.toml`."""

from pathlib import Path

from portal.bibliography.models import Source
from portal.core.content_files import changed_tables, naming, write_fields

FIELDS = {name: name for name in ("title", "author", "year", "short", "url", "note")}


def load_source(values: dict) -> None:
    """Create or update one document."""
    key = values["key"]
    source = Source.objects.filter(key=key).first() or Source(key=key)
    write_fields(source, values, FIELDS)
    source.save()


def load(folder: Path) -> int:
    """Load every document if the file changed; return how many were read."""
    count = 0
    for tables in changed_tables(folder, "sources.toml", purpose="bibliography"):
        for values in tables["sources"]:
            with naming(f"sources.toml, {values.get('key', 'a document')}"):
                load_source(values)
            count += 1
    return count
