"""From what someone typed to what an engine must match."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from search import synonyms
from search.analysis import Token, composed, tokens
from search.schema import Use, fields_for
from search.synonyms import Form, Match
from search.tree import (
    AllOf,
    AnyOf,
    Best,
    Everything,
    Node,
    Nothing,
    Phrase,
    Prefix,
    Term,
    Weighted,
)

MAX_LENGTH = 200
MAX_WORDS = 24
# A word counts where it weighs most, hardly elsewhere (measured: .1 beats .3 and 0 on the two kinds of texts).
TIE = 0.1
# Words that ask rather than say, without accents: they rank a little, choose nothing (measured: +.007 nDCG).
_ASKING = """
avoir combien comment dois doit doivent existe existent faire fait faut lors lorsque peut peuvent peux pourquoi puis
quand quel quelle quelles quels quoi savoir suis vais veulent veut veux
"""
ASKING = frozenset(_ASKING.split())
ASKING_WEIGHT = 0.2

STEM_FIELDS = fields_for(Use.STEMS)
(EXACT_FIELD,) = (each for each in fields_for(Use.WORDS) if each.boost)

_QUOTED = re.compile(r"[\"«“]\s*([^\"«»“”]+?)\s*[\"»”]")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060\ufeff]+")

Combine = Callable[[tuple[Node, ...]], Node]


@dataclass(frozen=True)
class Question:
    """What was typed, understood: loose words, and quoted phrases that must be there as they are."""

    terms: str = ""
    words: tuple[Token, ...] = ()
    phrases: tuple[tuple[Token, ...], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is left to search for."""
        return not (self.words or self.phrases)

    @property
    def telling_words(self) -> tuple[Token, ...]:
        """Return the words that say what is looked for; those that ask, when there are no others."""
        telling = tuple(word for word in self.words if word.exact not in ASKING)
        return telling if telling or self.phrases else self.words


@dataclass(frozen=True)
class Reading:
    """How a question is understood: words that mean the same, a last word still being typed."""

    matches: tuple[Match, ...] = ()
    is_unfinished: bool = False


def clean(terms: str) -> str:
    """Drop what cannot be seen and what is too long to be a question."""
    return _UNSEEN.sub(" ", composed(terms)).strip()[:MAX_LENGTH].strip()


def read(terms: str) -> Question:
    """Separate the quoted phrases of a question from its loose words."""
    phrases = tuple(words for quoted in _QUOTED.findall(terms) if (words := tuple(tokens(quoted))))
    # The quotes are blanked, not removed: words keep their place in what was typed.
    loose = _QUOTED.sub(lambda match: " " * len(match[0]), terms)
    return Question(terms, tuple(tokens(loose))[:MAX_WORDS], phrases[:MAX_WORDS])


def tree(question: Question, reading: Reading, *, needs_every_word: bool = False) -> Node:
    """Build what to match. One word in common is enough, unless every word is needed."""
    if question.is_empty:
        return Nothing() if question.terms else Everything()
    combine: Combine = AllOf if needs_every_word else AnyOf
    loose = tuple(_loose_nodes(question, reading, combine))
    required = tuple(phrase_node(placed(words)) for words in question.phrases)
    if not required:
        return combine(loose)
    if needs_every_word or not loose:
        return AllOf((*required, *loose))
    # Quoted phrases choose, loose words only rank.
    return AllOf((*required, AnyOf((Weighted(Everything(), 0.0), *loose))))


def word_node(word: Token) -> Node:
    """Match a word in any field, best where it weighs most; its exact form a little better."""
    parts = tuple(Weighted(Term(field.name, word.stem), field.boost) for field in STEM_FIELDS)
    exact = Weighted(Term(EXACT_FIELD.name, word.exact), EXACT_FIELD.boost)
    node = AnyOf((Best(parts, TIE), exact))
    return Weighted(node, ASKING_WEIGHT) if word.exact in ASKING else node


def phrase_node(words: Sequence[tuple[int, str]]) -> Node:
    """Match stems that follow one another, in any field."""
    return Best(
        tuple(
            Weighted(
                Term(field.name, words[0][1])
                if len(words) == 1
                else Phrase(field.name, tuple(words)),
                field.boost,
            )
            for field in STEM_FIELDS
        ),
        TIE,
    )


def placed(words: Sequence[Token]) -> tuple[tuple[int, str], ...]:
    """Return the stems of some words with their places, counted from the first."""
    return tuple((word.position - words[0].position, word.stem) for word in words)


def _loose_nodes(question: Question, reading: Reading, combine: Combine) -> Iterator[Node]:
    words = question.words
    matches = {match.start: match for match in reading.matches}
    needed = frozenset(words if combine is AnyOf else question.telling_words)
    place = 0
    while place < len(words):
        match = matches.get(place)
        if match:
            typed = combine(tuple(word_node(word) for word in words[match.start : match.end]))
            yield Best((typed, *(_alternative(form) for form in match.alternatives)))
        elif reading.is_unfinished and place == len(words) - 1:
            yield Best((word_node(words[place]), Prefix(EXACT_FIELD.name, words[place].exact)))
        elif words[place] in needed:
            yield word_node(words[place])
        place = match.end if match else place + 1


def _alternative(form: Form) -> Node:
    return Weighted(phrase_node(form.stems), synonyms.WEIGHT)
