"""Catalogues of translations, read, checked and compiled without the gettext tools."""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from django.conf import settings
from django.utils.translation.template import templatize

ROOMS = ("portal", "dynamics", "toolbox", "search")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def catalogue_path(language: str) -> Path:
    """Where the catalogue of a language is kept."""
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def read_catalogue(language: str) -> Catalog:
    """Read the catalogue of a language, empty when there is none yet."""
    path = catalogue_path(language)
    if not path.exists():
        return _new_catalogue(language)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="django")


def _new_catalogue(language: str) -> Catalog:
    return Catalog(
        locale=language,
        domain="django",
        project="Maillage",
        version="1",
        header_comment="# Messages of Maillage. The code and the templates carry the English ones.",
        fuzzy=False,
    )


def write_catalogue(catalogue: Catalog, language: str) -> None:
    """Write a catalogue so that a change of one message is a change of few lines."""
    path = catalogue_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=120, sort_output=True, no_location=True)


def _sources() -> Iterator[tuple[Path, bytes]]:
    """Yield each Python file and template, templates turned into what gettext reads."""
    for room in ROOMS:
        for path in sorted((settings.BASE_DIR / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, path.read_bytes()
    for path in sorted((settings.BASE_DIR / "templates").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        yield path, _without_indentation(templatize(text, origin=str(path))).encode()


def _without_indentation(text: str) -> str:
    """Bring each line to the margin: Python would read the indentation of HTML as its own."""
    return "\n".join(line.lstrip() for line in text.splitlines())


def extract_messages() -> Catalog:
    """Gather every message of the code and the templates."""
    messages = Catalog(domain="django")
    for _path, source in _sources():
        found = extract("python", io.BytesIO(source), keywords=KEYWORDS, options={})
        for _line, message, _comments, context in found:
            messages.add(message, context=context)
    return messages


def _is_translated(string: str | tuple[str, ...] | None) -> bool:
    return bool(string) and all(string if isinstance(string, tuple) else (string,))


def update_catalogue(language: str) -> Catalog:
    """Bring a catalogue up to date with the messages of today, and write it.

    In English, the message is its own translation.
    """
    catalogue = read_catalogue(language)
    # Its date would change a line at every run.
    catalogue.update(extract_messages(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    if language == "en":
        for message in catalogue:
            if message.id:
                message.string = message.id
                message.flags.discard("fuzzy")
    write_catalogue(catalogue, language)
    return catalogue


def untranslated(language: str) -> list[str]:
    """Return the messages of the code that the catalogue does not translate, or doubts about."""
    catalogue = read_catalogue(language)
    missing = []
    for message in extract_messages():
        if not message.id:
            continue
        known = catalogue.get(message.id, context=message.context)
        if known is None or known.fuzzy or not _is_translated(known.string):
            missing.append(message.id if isinstance(message.id, str) else message.id[0])
    return missing


def compile_catalogues() -> None:
    """Write the compiled form of each catalogue that changed since it was last compiled."""
    for language, _name in settings.LANGUAGES:
        source = catalogue_path(language)
        target = source.with_suffix(".mo")
        if not source.exists():
            continue
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with target.open("wb") as file:
            write_mo(file, read_catalogue(language))
