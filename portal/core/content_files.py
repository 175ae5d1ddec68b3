"""Content files: a TOML header between `+++`, then Markdown sections."""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet

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

    def texts(self, titles: Iterable[str]) -> dict[str, str]:
        """Return the text under each of these titles, empty when it is not written.

        Raises:
            ContentFileError: the file has a section of another title.
        """
        known = {_plain(title): title for title in titles}
        found = dict.fromkeys(known.values(), "")
        for title, text in self.sections.items():
            if _plain(title) not in known:
                msg = f"« {title} » is not a section of these files."
                raise ContentFileError(msg)
            found[known[_plain(title)]] = text
        return found


def _plain(title: str) -> str:
    """Two titles are the same whatever their spaces, capitals and apostrophes."""
    return " ".join(title.replace("'", "’").split()).lower()


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


@contextmanager
def naming(place: str) -> Iterator[None]:
    """Say in which file it is, whatever is wrong with what is being loaded.

    Raises:
        ContentFileError: a key is missing, or a value is not one that can be kept.
    """
    try:
        yield
    except KeyError as error:
        msg = f"{place}: « {error.args[0]} » is missing."
        raise ContentFileError(msg) from error
    except (ValueError, ValidationError) as error:
        msg = f"{place}: {error}"
        raise ContentFileError(msg) from error


def find(records: QuerySet, field: str, value: str) -> Model:
    """Return the record that a file points at.

    Raises:
        ContentFileError: there is none.
    """
    return find_each(records, field, [value])[0]


def find_each(records: QuerySet, field: str, values: Iterable[str]) -> list[Model]:
    """Return the records that a file points at, in the order of the file.

    Raises:
        ContentFileError: one of them is not there.
    """
    wanted = list(values)
    found = {
        getattr(record, field): record for record in records.filter(**{f"{field}__in": wanted})
    }
    for value in wanted:
        if value not in found:
            msg = f"there is no {records.model.__name__} « {value} »."
            raise ContentFileError(msg)
    return [found[value] for value in wanted]


def write_fields(record: Model, values: Mapping[str, Any], fields: Mapping[str, str]) -> None:
    """Write plain facts, `fields` telling where each key goes; a key that left a file empties its field.

    Raises:
        KeyError: a key is missing, and its field cannot be empty.
    """
    for key, name in fields.items():
        field = type(record)._meta.get_field(name)
        is_required = not field.blank and not field.has_default()
        value = values[key] if is_required else values.get(key, field.get_default())
        setattr(record, name, value)
