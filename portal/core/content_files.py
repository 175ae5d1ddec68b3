"""Content files: a TOML header between `+++`, then Markdown sections."""

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.core.models import LoadedFile


class ContentFileError(ValueError):
    """A content file cannot be read; the message says which and why."""


@dataclass(frozen=True)
class ContentFile:
    """One readable file of `fixtures/`."""

    slug: str
    header: dict[str, Any]
    intro: str
    sections: dict[str, str]


def parse(text: str, *, slug: str) -> ContentFile:
    """Read a content file.

    Raises:
        ContentFileError: the header is missing or is not valid TOML.
    """
    try:
        _before, header, body = text.split("+++\n", 2)
        values = tomllib.loads(header)
    except ValueError as error:
        msg = f"{slug}: {error}"
        raise ContentFileError(msg) from error
    intro, *parts = f"\n{body}".split("\n## ")
    sections = {}
    for part in parts:
        title, _newline, content = part.partition("\n")
        sections[title.strip()] = content.strip()
    return ContentFile(slug=slug, header=values, intro=intro.strip(), sections=sections)


def changed(folder: Path, pattern: str, *, purpose: str) -> Iterator[tuple[Path, str]]:
    """Yield the files that are new or different since `purpose` last loaded them, with their text.

    A file is remembered once the caller has dealt with it: an error leaves it to the next run.
    """
    known = LoadedFile.checksums(purpose)
    for path in sorted(folder.glob(pattern)):
        text = path.read_text(encoding="utf-8")
        checksum = hashlib.sha256(text.encode()).hexdigest()
        if known.get(path.name) == checksum:
            continue
        yield path, text
        LoadedFile.objects.update_or_create(
            purpose=purpose, name=path.name, defaults={"checksum": checksum}
        )


def changed_pages(folder: Path, *, purpose: str) -> Iterator[ContentFile]:
    """Yield each changed Markdown file of a folder, read."""
    for path, text in changed(folder, "*.md", purpose=purpose):
        yield parse(text, slug=path.stem)


def changed_tables(folder: Path, name: str, *, purpose: str) -> Iterator[dict[str, Any]]:
    """Yield the content of a TOML file, if it changed."""
    for path, text in changed(folder, name, purpose=purpose):
        try:
            yield tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            msg = f"{path.name}: {error}"
            raise ContentFileError(msg) from error
