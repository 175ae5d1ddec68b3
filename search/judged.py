"""Judged sets, as they come: a corpus and questions whose right answers people have chosen, in JSON lines.

Such files are made by all sorts of people and tools: what can be understood is, what cannot is said with its line.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search.evaluation import Judgement
from search.schema import SearchDocument

KIND = "judged"
# What the engines take, the kind left aside.
_LONGEST_ID = 500

Line = tuple[str, Mapping[str, Any]]


class JudgedSetError(Exception):
    """A file of a judged set says something that cannot be understood."""


@dataclass(frozen=True)
class Doubts:
    """What a judged set leaves out, or asks for in vain."""

    unjudged: int = 0
    unknown: int = 0
    repeated: int = 0

    @property
    def lines(self) -> Iterator[str]:
        """Say each doubt in a sentence."""
        if self.unjudged:
            yield f"{self.unjudged} questions without words or without right answers are left out."
        if self.unknown:
            yield f"{self.unknown} right answers are not in the corpus: they count as not found."
        if self.repeated:
            yield f"{self.repeated} documents have the id of another: the last one with an id counts."


def read_corpus(path: Path) -> Iterator[SearchDocument]:
    """Yield the documents of a corpus: `{"id": …, "title": …, "body": …}`, title and body may be missing.

    Raises:
        JudgedSetError: the file cannot be read, or a line has no id.
    """
    for place, line in _lines(path):
        uid = f"{KIND}:{_identifier(line.get('id'), place)}"
        yield SearchDocument(uid, KIND, _text(line.get("title")), "/", body=_text(line.get("body")))


def read_judgements(path: Path) -> Iterator[Judgement]:
    """Yield the questions: `{"query": …, "relevant": [ids]}`, or `{id: grade}` where 0 is not relevant.

    Raises:
        JudgedSetError: the file cannot be read, or what is relevant makes no sense.
    """
    for place, line in _lines(path):
        names = _relevant(line.get("relevant"), place)
        relevant = frozenset(f"{KIND}:{_identifier(name, place)}" for name in names)
        yield Judgement(_text(line.get("query")), relevant)


def usable(
    judgements: Iterable[Judgement], known: Collection[str], *, repeated: int = 0
) -> tuple[tuple[Judgement, ...], Doubts]:
    """Leave out the questions that say nothing or have no answer, as is the custom, and count what is doubtful."""
    every = tuple(judgements)
    kept = tuple(each for each in every if each.query.strip() and each.relevant)
    unknown = frozenset(uid for each in kept for uid in each.relevant).difference(known)
    return kept, Doubts(len(every) - len(kept), len(unknown), repeated)


def _lines(path: Path) -> Iterator[Line]:
    """Yield the objects of a file, each with where it stands."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, text in enumerate(file, start=1):
                if text.strip():
                    yield f"{path}, line {number}", _object(text, f"{path}, line {number}")
    except (OSError, UnicodeError) as error:
        msg = f"{path} cannot be read: {error}"
        raise JudgedSetError(msg) from error


def _object(text: str, place: str) -> Mapping[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        msg = f"{place}: this is not JSON ({error}). One object per line is expected."
        raise JudgedSetError(msg) from error
    if not isinstance(value, dict):
        msg = f'{place}: one object per line is expected, like {{"id": …}}.'
        raise JudgedSetError(msg)
    return value


def _identifier(value: object, place: str) -> str:
    if not isinstance(value, str | int) or isinstance(value, bool) or value == "":
        msg = f"{place}: an id is expected, text or number, not {json.dumps(value)}."
        raise JudgedSetError(msg)
    name = _writable(str(value))
    if len(name.encode()) > _LONGEST_ID:
        msg = f"{place}: an id has {_LONGEST_ID} bytes at most."
        raise JudgedSetError(msg)
    return name


def _relevant(value: object, place: str) -> Iterable[object]:
    match value:
        case None:
            return ()
        case list():
            return value
        case dict():
            return [name for name, grade in value.items() if _grade(grade, place) > 0]
        case str() | int():
            return [value]
    msg = f'{place}: "relevant" is a list of ids.'
    raise JudgedSetError(msg)


def _grade(value: Any, place: str) -> float:
    """Read a grade: a number, be it written as text; nothing is no relevance."""
    try:
        return float(value or 0)
    except (TypeError, ValueError, OverflowError):
        msg = f"{place}: a grade is a number, not {json.dumps(value)}."
        raise JudgedSetError(msg) from None


def _text(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(_text(each) for each in value)
    return "" if value is None else _writable(str(value))


def _writable(text: str) -> str:
    """Replace halves of characters: JSON may escape one, no file holds any."""
    return text.encode(errors="replace").decode()
