"""Load the bibliography from `fixtures/sources.toml`."""

from pathlib import Path

from portal.bibliography.models import Source
from portal.core.content_files import changed_tables


def load(folder: Path) -> int:
    """Create or update the documents; return how many were read."""
    count = 0
    for tables in changed_tables(folder, "sources.toml", purpose="bibliography"):
        for values in tables["sources"]:
            key = values["key"]
            fields = {name: value for name, value in values.items() if name != "key"}
            Source.objects.update_or_create(key=key, defaults=fields)
            count += 1
    return count
