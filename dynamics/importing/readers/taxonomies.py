"""The words behind the numbers of GoGoCarto's categories."""

import json
from collections.abc import Iterator
from pathlib import Path

from dynamics.importing.readers.encodings import encoding_of
from dynamics.importing.readers.rows import Trouble, UnreadableFileError


def read_taxonomy(path: Path) -> dict[str, str]:
    """Return the name of each option, by its number.

    Raises:
        UnreadableFileError: it is no taxonomy.
    """
    try:
        tree = json.loads(path.read_text(encoding=encoding_of(path), errors="replace"))
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(Trouble.BROKEN) from error
    if words := dict(options_of(tree)):
        return words
    raise UnreadableFileError(Trouble.NO_ROWS)


def options_of(node: object) -> Iterator[tuple[str, str]]:
    """Yield each option of a tree, at any depth."""
    if isinstance(node, list):
        for each in node:
            yield from options_of(each)
    elif isinstance(node, dict):
        name = node.get("nameShort") or node.get("name")
        if "id" in node and isinstance(name, str):
            yield str(node["id"]), name
        for each in node.values():
            if isinstance(each, dict | list):
                yield from options_of(each)
