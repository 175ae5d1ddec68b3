"""A list of objects inside a JSON text, one at a time: the text is never held whole."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dynamics.importing.readers.rows import Trouble, UnreadableFileError

CHUNK = 1 << 16
MOST_OF_ONE = 8_000_000  # letters
SPACES = " \t\r\n﻿"
# Under which name the list stands, when the text is an object.
LISTS = (
    "data",
    "features",
    "elements",
    "results",
    "items",
    "records",
    "rows",
    "entries",
    "hydra:member",
    "member",
    "@graph",
)

# What the answer of a server holds when it is no data.
ANSWERS = frozenset(
    {"error", "errors", "detail", "details", "message", "code", "status", "title", "type", "trace"}
    | {"statusCode", "status_code", "path", "timestamp", "exception", "hint", "success"}
)


class Text:
    """A text that is read little by little."""

    def __init__(self, path: Path, encoding: str) -> None:
        self._file = path.open(encoding=encoding, errors="replace")
        self._decoder = json.JSONDecoder(strict=False)
        self._text = ""
        self._is_over = False

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def peek(self) -> str:
        """Return the next letter that is no space; nothing at the end."""
        while True:
            self._text = self._text.lstrip(SPACES)
            if self._text or not self._read():
                return self._text[:1]

    def take(self) -> str:
        """Return the next letter and step over it."""
        letter = self.peek()
        self._text = self._text[1:]
        return letter

    def value(self) -> Any:
        """Return the next value, however many chunks it takes.

        Raises:
            UnreadableFileError: what follows is no JSON.
        """
        self.peek()
        while True:
            try:
                found, end = self._decoder.raw_decode(self._text)
            except (ValueError, RecursionError) as error:
                if len(self._text) > MOST_OF_ONE or not self._read():
                    raise UnreadableFileError(Trouble.BROKEN) from error
                continue
            # A number may go on in the next chunk.
            if end < len(self._text) or not self._read():
                self._text = self._text[end:]
                return found

    def _read(self) -> bool:
        # Twice as much as is held: a long value is not tried a thousand times.
        chunk = self._file.read(max(CHUNK, len(self._text)))
        self._text += chunk
        return bool(chunk)


def items(path: Path, encoding: str) -> Iterator[tuple[dict[str, Any], Any]]:
    """Yield each item of the list that a JSON text is or holds, with what stood before the list.

    Raises:
        UnreadableFileError: it is no JSON, or holds no list.
    """
    text = Text(path, encoding)
    try:
        yield from _items(text)
    finally:
        text.close()


def _items(text: Text) -> Iterator[tuple[dict[str, Any], Any]]:
    first = text.peek()
    if first == "[":
        yield from (({}, item) for item in _list(text))
    elif first == "{":
        yield from _in_object(text)
    else:
        raise UnreadableFileError(Trouble.BROKEN if first else Trouble.EMPTY)


def _list(text: Text) -> Iterator[Any]:
    text.take()
    while text.peek() != "]":
        yield text.value()
        if text.peek() == ",":
            text.take()
        elif text.peek() != "]":
            raise UnreadableFileError(Trouble.BROKEN)
    text.take()


def _in_object(text: Text) -> Iterator[tuple[dict[str, Any], Any]]:
    before: dict[str, Any] = {}
    text.take()
    while text.peek() not in ("}", ""):
        key = text.value()
        if text.take() != ":":
            raise UnreadableFileError(Trouble.BROKEN)
        if key in LISTS and text.peek() == "[":
            yield from ((before, item) for item in _list(text))
            return
        before[str(key)] = text.value()
        if text.peek() == ",":
            text.take()
    yield from _elsewhere(text, before)


def _elsewhere(text: Text, found: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Any]]:
    """Yield what a text without a list of a known name holds: one object a line, or a list deeper down."""
    text.take()
    if "options" in found or "subcategories" in found:
        raise UnreadableFileError(Trouble.TAXONOMY)
    if any(isinstance(value, dict) and "colonne" in value for value in found.values()):
        raise UnreadableFileError(Trouble.MAPPING)
    if found and set(found) <= ANSWERS:
        raise UnreadableFileError(Trouble.ANSWER, _words_of(found)[:200].rstrip(". "))
    longest = max((*_lists_in(found), *_maps_in(found)), key=len, default=[])
    if text.peek() == "{":
        yield {}, found
        while text.peek() == "{":
            yield {}, text.value()
    elif longest:
        yield from ((found, item) for item in longest)
    else:
        yield {}, found


def _words_of(value: object) -> str:
    """Return what the answer of a server says."""
    if isinstance(value, dict):
        return ", ".join(filter(None, map(_words_of, value.values())))
    return str(value) if isinstance(value, str | int) else ""


def _maps_in(value: object, depth: int = 0) -> Iterator[list[Any]]:
    """Yield the objects that stand each under its own identifier, like things."""
    if depth > 3 or not isinstance(value, dict):  # noqa: PLR2004 - deeper down are parts of things
        return
    inside = [each for each in value.values() if isinstance(each, dict)]
    if len(inside) == len(value) > 1 and _are_alike(inside):
        yield [{"id": key, **each} for key, each in value.items()]
    else:
        for each in inside:
            yield from _maps_in(each, depth + 1)


def _are_alike(things: list[dict[str, Any]]) -> bool:
    """Tell whether objects are of one kind: most of them share most of their names with the first."""
    names = set(things[0])
    alike = sum(2 * len(names & set(each)) > min(len(names), len(each)) for each in things)
    return len(names) > 1 and 2 * alike > len(things)


def _lists_in(value: object, depth: int = 0) -> Iterator[list[Any]]:
    if depth > 6:  # noqa: PLR2004 - deeper down there is no list of records
        return
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        yield value
    if isinstance(value, dict):
        for each in value.values():
            yield from _lists_in(each, depth + 1)
