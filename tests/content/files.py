"""The content files as text: every sentence that a visitor may read, and where it stands."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

FOLDER = settings.BASE_DIR / "fixtures"
PAGES = sorted(
    path
    for name in ("dynamics", "methods", "pages", "terms")
    for path in (FOLDER / name).glob("*.md")
)
TABLES = [
    FOLDER / name for name in ("proposals.toml", "sources.toml", "ties.toml", "vocabulary.toml")
]
# Codes, addresses, and where facts come from: not sentences of ours.
NOT_PROSE = frozenset(
    [
        "barriers",
        "code",
        "commune_code",
        "date",
        "derived_from",
        "dynamic",
        "end",
        "from",
        "key",
        "kind",
        "legal_forms",
        "parent",
        "phases",
        "see_also",
        "slug",
        "source",
        "sources",
        "term",
        "themes",
        "to",
        "type",
        "website",
    ]
)
_TARGET = re.compile(r"\]\([^)\s]*\)")


def header_of(path: Path) -> dict[str, Any]:
    """Return the header of a page, or the whole of a table."""
    text = path.read_text(encoding="utf-8")
    return tomllib.loads(text.split("+++\n", 2)[1] if path.suffix == ".md" else text)


def body_of(path: Path) -> str:
    """Return the Markdown of a page, nothing for a table."""
    return path.read_text(encoding="utf-8").split("+++\n", 2)[2] if path.suffix == ".md" else ""


def passages(path: Path) -> Iterator[str]:
    """Yield what a file says, a value or a line at a time, without the targets of links."""
    yield from _strings(header_of(path))
    for line in body_of(path).splitlines():
        # The titles of sections are fixed: the site has its own words for them.
        if line.strip() and not line.startswith("## "):
            yield _TARGET.sub("]", line)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield _TARGET.sub("]", value)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in NOT_PROSE or _is_table(each):
                yield from _strings(each)


def _is_table(value: Any) -> bool:
    """Tell the bibliography and the vocabularies from lists of codes or references."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def where(path: Path) -> str:
    """Name a file as people do."""
    return str(path.relative_to(FOLDER))


def offences(pattern: str, paths: Iterable[Path] = (*PAGES, *TABLES)) -> list[str]:
    """List where a pattern is found, with some words around."""
    found = []
    for path in paths:
        for passage in passages(path):
            for match in re.finditer(pattern, passage):
                around = passage[max(0, match.start() - 25) : match.end() + 15]
                found.append(f"{where(path)}: …{around}…")
    return found
