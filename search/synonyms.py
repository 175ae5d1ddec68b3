"""Words that mean the same, put in when a question is asked: editing them needs no new index.

A line of a hand-written list reads `SCIC, société coopérative d’intérêt collectif` (each finds the
other) or `ressourcerie => recyclerie` (the first also finds the second, not the reverse).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from search.analysis import Token, tokens

# Measured: at .7 synonyms help (+.012 MRR), at 1 they drown what was really typed.
WEIGHT = 0.7
# "pat" is a word as well as an acronym and few will mind; "or", "an", "as" are words first.
SHOUTED_LENGTH = 2
# Five fields each: past this many for one question, an engine would have hundreds of phrases to try.
MOST_ALTERNATIVES = 24


@dataclass(frozen=True)
class SynonymGroup:
    """Ways of saying one thing, the clearest first; `from_only` are typed, never searched for."""

    forms: tuple[str, ...]
    from_only: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """One way of saying, analysed. `label` is the text shown to people."""

    label: str
    stems: tuple[tuple[int, str], ...]
    is_shouted: bool

    def begins(self, typed: Sequence[Token]) -> bool:
        """Tell whether the question goes on with this form."""
        if len(typed) < len(self.stems):
            return False
        if self.is_shouted and not typed[0].surface.isupper():
            return False
        return all(token.stem == stem for token, (_, stem) in zip(typed, self.stems, strict=False))

    def is_acronym_of(self, other: "Form") -> bool:
        """Tell whether this form deserves to be spelt out as the other."""
        return self.label.isupper() and len(self.stems) == 1 < len(other.stems)


@dataclass(frozen=True)
class Acronym:
    """An acronym spelt out, and whether it is the short form that was typed."""

    short: str
    long: str
    is_typed: bool


@dataclass(frozen=True)
class Match:
    """A stretch of the question, `start` to `end`, and what else may be searched for there."""

    start: int
    end: int
    typed: Form
    alternatives: tuple[Form, ...]

    @property
    def acronym(self) -> Acronym | None:
        """Return the acronym on one side or the other, if there is one."""
        for other in self.alternatives:
            if self.typed.is_acronym_of(other):
                return Acronym(self.typed.label, other.label, is_typed=True)
            if other.is_acronym_of(self.typed):
                return Acronym(other.label, self.typed.label, is_typed=False)
        return None


Index = Mapping[str, tuple[tuple[Form, tuple[Form, ...]], ...]]


def parse(lines: Iterable[str]) -> Iterator[SynonymGroup]:
    """Read a hand-written list; empty lines and those that begin with # say nothing."""
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        left, arrow, right = line.partition("=>")
        if arrow:
            yield SynonymGroup(_forms_in(right), from_only=_forms_in(left))
        else:
            yield SynonymGroup(_forms_in(left))


def _forms_in(text: str) -> tuple[str, ...]:
    return tuple(form for part in text.split(",") if (form := part.strip()))


def expand(typed: Sequence[Token], groups: tuple[SynonymGroup, ...]) -> list[Match]:
    """Find the forms a question contains, the longest first where several begin."""
    index = _index(groups)
    matches: list[Match] = []
    place, left = 0, MOST_ALTERNATIVES
    while place < len(typed):
        match = _longest_match(typed, place, index)
        if match:
            match = replace(match, alternatives=match.alternatives[:left])
            left -= len(match.alternatives)
            matches.append(match)
        place = match.end if match else place + 1
    return matches


def _longest_match(typed: Sequence[Token], place: int, index: Index) -> Match | None:
    for form, alternatives in index.get(typed[place].stem, ()):
        if form.begins(typed[place:]):
            return Match(place, place + len(form.stems), form, alternatives)
    return None


@lru_cache(maxsize=4)
def _index(groups: tuple[SynonymGroup, ...]) -> Index:
    """Arrange forms by first stem, longest first; forms alike in several groups are merged."""
    alternatives: dict[tuple[tuple[int, str], ...], tuple[Form, dict[str, Form]]] = {}
    for group in groups:
        forms = tuple(_analysed(group.forms))
        for form in (*forms, *_analysed(group.from_only)):
            _, others = alternatives.setdefault(form.stems, (form, {}))
            others.update((other.label, other) for other in forms if other.stems != form.stems)
    by_first: dict[str, list[tuple[Form, tuple[Form, ...]]]] = {}
    for form, others in alternatives.values():
        if not others:
            continue
        by_first.setdefault(form.stems[0][1], []).append((form, tuple(others.values())))
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0].stems)))
        for first, entries in by_first.items()
    }


def _analysed(labels: Iterable[str]) -> Iterator[Form]:
    for label in labels:
        words = tuple(tokens(label))
        if words:
            stems = tuple((word.position - words[0].position, word.stem) for word in words)
            is_shouted = len(label) == SHOUTED_LENGTH and label.isupper()
            yield Form(label, stems, is_shouted)
