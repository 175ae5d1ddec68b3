"""A query as a value: what to match, said in no engine's language.

An engine translates each node; scores follow BM25 in both.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Everything:
    """Match all documents, all equally."""


@dataclass(frozen=True)
class Nothing:
    """Match no document."""


@dataclass(frozen=True)
class Term:
    """Match documents where one analysed word is in a field."""

    field: str
    text: str


@dataclass(frozen=True)
class Phrase:
    """Match analysed words that follow one another at the given positions."""

    field: str
    words: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Prefix:
    """Match words that begin so, all equally."""

    field: str
    text: str


@dataclass(frozen=True)
class Weighted:
    """Multiply what a part scores."""

    part: "Node"
    weight: float


@dataclass(frozen=True)
class Best:
    """Score like the best part, plus `tie` times the others."""

    parts: tuple["Node", ...]
    tie: float = 0.0


@dataclass(frozen=True)
class AnyOf:
    """Match one part at least; scores add up."""

    parts: tuple["Node", ...]


@dataclass(frozen=True)
class AllOf:
    """Match every part; scores add up."""

    parts: tuple["Node", ...]


Node = Everything | Nothing | Term | Phrase | Prefix | Weighted | Best | AnyOf | AllOf
