"""What the files of the network have in common: points, lines, and how they are sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class End:
    """A point of the file."""

    key: str
    name: str
    kind: str
    url: str

    @classmethod
    def of(cls, end: Mapping[str, Any]) -> "End":
        """Read one end of a tie; somebody outside is known by their name."""
        if end["slug"]:
            return cls(end["slug"], end["name"], "dynamic", end["url"])
        return cls(f"outside:{end['name']}", end["name"], "outside", "")


@dataclass(frozen=True)
class Line:
    """A line of the file."""

    key: str
    source: End
    target: End
    values: Mapping[str, str]

    @classmethod
    def of(cls, tie: Mapping[str, Any]) -> "Line":
        """Read a tie of the public data."""
        confirmed = tie["confirmed"]
        is_confirmed = confirmed["team"] or (confirmed["source"] and confirmed["target"])
        values = {
            "type": tie["type"],
            "predicate": tie["predicate"],
            "since": str(tie["since"] or ""),
            "until": str(tie["until"] or ""),
            "confirmed": "true" if is_confirmed else "false",
            "source_of_fact": tie["evidence"]["source"],
            "text": tie["evidence"]["text"],
        }
        return cls(f"tie:{tie['id']}", End.of(tie["subject"]), End.of(tie["object"]), values)


FIELDS_OF_LINES = ("type", "predicate", "since", "until", "confirmed", "source_of_fact", "text")
FIELDS_OF_POINTS = ("kind", "url")


def points(lines: Iterable[Line]) -> list[End]:
    """Return each end once, in the order of the lines."""
    return list(dict.fromkeys(end for line in lines for end in (line.source, line.target)))
