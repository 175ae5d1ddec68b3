"""One document for everything that can be found, and what an engine does with each of its fields."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from search import analysis, cells

PUBLIC = "public"
# Public, and shown only to those who ask for it: the dynamics that do not conform to the charter.
ON_REQUEST = "on_request"
MEMBERS = "members"
AUDIENCES = (PUBLIC, ON_REQUEST, MEMBERS)

# The closed list of what one can filter by. `kind` and `situation` are the document's own.
FACETS = (
    "kind",
    "type",
    "theme",
    "phase",
    "barrier",
    "region",
    "department",
    "keyword",
    "initiator",
    "logic",
    "legal_form",
    "method_kind",
    "addressee",
    "origin",
    "situation",
)

# Whether one knows where a thing is: read from its coordinates, like its kind from its uid.
LOCATED = "avec"
UNLOCATED = "sans"
OWN_FACETS = frozenset({"kind", "situation"})


class Use(StrEnum):
    """What an engine does with a field."""

    STEMS = "stems"  # found whatever the inflection
    WORDS = "words"  # found as typed, accents and case apart
    CODE = "code"  # filtered, counted
    NUMBER = "number"  # compared
    CELL = "cell"  # a square of the map, counted
    ORDER = "order"  # sorted by
    STORED = "stored"  # given back


@dataclass(frozen=True)
class Field:
    """A field of the index; `boost` says how much a word found there weighs."""

    name: str
    use: Use
    boost: float = 0.0


FIELDS = (
    Field("title", Use.STEMS, boost=3.0),
    Field("names", Use.STEMS, boost=3.0),
    Field("tags", Use.STEMS, boost=2.0),
    Field("summary", Use.STEMS, boost=2.0),
    Field("body", Use.STEMS, boost=1.0),
    # Every word as it is written: what spelling trusts, and a nudge for exact forms.
    Field("exact", Use.WORDS, boost=0.6),
    # Title, names and tags as they are written: what completion completes.
    Field("heading", Use.WORDS),
    Field("uid", Use.CODE),
    Field("audience", Use.CODE),
    *(Field(facet, Use.CODE) for facet in FACETS),
    Field("year", Use.NUMBER),
    Field("latitude", Use.NUMBER),
    Field("longitude", Use.NUMBER),
    *(Field(cells.field_of(level), Use.CELL) for level in cells.LEVELS),
    Field("by_title", Use.ORDER),
    Field("by_update", Use.ORDER),
    Field("by_oldest", Use.ORDER),
    Field("by_newest", Use.ORDER),
    Field("source", Use.STORED),
)


def fields_for(use: Use) -> tuple[Field, ...]:
    """Return the fields an engine treats in one way."""
    return tuple(each for each in FIELDS if each.use == use)


def _version() -> str:
    facts = json.dumps([[asdict(each) for each in FIELDS], analysis.SIGNATURE])
    return hashlib.sha256(facts.encode()).hexdigest()[:12]


# An index built under another version is not read: it is built again.
SCHEMA_VERSION = _version()


# Made once: a document is written in a time that making one would double.
_WRITER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What search knows of one thing: how to find it, how to show it, who may see it.

    `names` are found like the title and never shown (acronyms, synonyms); `tags` are shown;
    `facets` holds codes, never labels, so that a label can change without a new index.
    """

    uid: str
    kind: str
    title: str
    url: str
    summary: str = ""
    body: str = ""
    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    audience: str = PUBLIC
    year: int | None = None
    updated_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None

    def __post_init__(self) -> None:
        """Refuse what an engine could only misunderstand."""
        for complaint in self._complaints():
            msg = f"{self.uid}: {complaint}"
            raise ValueError(msg)

    def _complaints(self) -> Iterator[str]:
        if not self.uid.startswith(f"{self.kind}:"):
            yield f"a uid begins with its kind, {self.kind}"
        if self.audience not in AUDIENCES:
            yield f"unknown audience {self.audience}"
        if unknown := set(self.facets) - set(FACETS) | set(self.facets) & OWN_FACETS:
            yield f"unknown facets {', '.join(sorted(unknown))}"
        if self.updated_at and self.updated_at.tzinfo is None:
            yield "updated_at has no time zone"

    def codes(self, facet: str) -> tuple[str, ...]:
        """Return the document's own values of a facet, each once."""
        if facet == "kind":
            return (self.kind,)
        if facet == "situation":
            return (LOCATED if self.is_located else UNLOCATED,)
        return tuple(dict.fromkeys(self.facets.get(facet, ())))

    @property
    def is_located(self) -> bool:
        """Tell whether the thing is somewhere on the map."""
        return self.latitude is not None and self.longitude is not None

    def cells(self) -> dict[str, int]:
        """Return the square of the map the thing is in, by the field of each level; none when it is nowhere."""
        if self.latitude is None or self.longitude is None:
            return {}
        squares = cells.keys_of(self.latitude, self.longitude)
        return {cells.field_of(level): key for level, key in squares}

    @property
    def fingerprint(self) -> str:
        """Tell whether two versions of a document say the same."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()[:16]

    def to_json(self) -> str:
        """Write the document as an engine stores it."""
        content: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        content["facets"] = {name: list(codes) for name, codes in sorted(self.facets.items())}
        content["updated_at"] = self.updated_at and self.updated_at.isoformat()
        return _WRITER.encode(content)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read a document an engine has stored."""
        content = json.loads(text)
        content["names"] = tuple(content["names"])
        content["tags"] = tuple(content["tags"])
        content["facets"] = {name: tuple(codes) for name, codes in content["facets"].items()}
        if content["updated_at"]:
            content["updated_at"] = datetime.fromisoformat(content["updated_at"])
        return cls(**content)
