"""What a question means for this index: its misspelt words corrected, its synonyms recognised."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial

from search import questions, registry, spelling, synonyms
from search.analysis import Token
from search.engines.base import Engine, Query
from search.extracts import Wanted
from search.french_light_stemmer import stem
from search.questions import EXACT_FIELD, Question, Reading
from search.request import SearchRequest
from search.synonyms import Acronym, Form, Match
from search.tree import Node, Prefix, Term

MIN_PREFIX = 3
# "co voiturage" may be covoiturage; "monnaie locale" is never monnaielocale.
MAX_COMPOUND_HEAD = 3


@dataclass(frozen=True)
class Understanding:
    """A question, how to read it, and what was corrected in it."""

    question: Question
    reading: Reading = field(default_factory=Reading)
    corrections: Mapping[Token, str] = field(default_factory=dict)

    @property
    def acronyms(self) -> tuple[Acronym, ...]:
        """Return the acronyms that were understood, each once."""
        found = (match.acronym for match in self.reading.matches)
        return tuple(dict.fromkeys(acronym for acronym in found if acronym))

    @property
    def wanted(self) -> Wanted:
        """Say what an extract should show."""
        words = self.question.words
        others = (form.stems for match in self.reading.matches for form in match.alternatives)
        phrases = (*map(questions.placed, self.question.phrases), *others)
        return Wanted(
            stems=frozenset(word.stem for word in self.question.telling_words),
            phrases=tuple(phrases),
            beginning=words[-1].exact if words and self.reading.is_unfinished else "",
        )


def understand(request: SearchRequest, engine: Engine) -> Understanding:
    """Read a question in the light of what this index holds."""
    question = questions.read(questions.clean(request.terms))
    if not question.words:
        return Understanding(question)
    reading = _reading(question, request, engine)
    if request.is_verbatim:
        return Understanding(question, reading)
    corrections = spelling.corrections(
        _doubtful(question, reading),
        partial(_vocabulary, engine, engine.version(), request.audiences),
        partial(_is_known, engine, request.audiences),
    )
    if not corrections:
        return Understanding(question, reading)
    corrected = questions.read(spelling.apply(question.terms, corrections))
    return Understanding(corrected, _reading(corrected, request, engine), corrections)


def _reading(question: Question, request: SearchRequest, engine: Engine) -> Reading:
    matches = synonyms.expand(question.words, registry.synonym_groups())
    taken = {place for match in matches for place in range(match.start, match.end)}
    compounds = (
        match
        for match in _compounds(question)
        if not taken & {match.start, match.start + 1}
        and _occurs(engine, request.audiences, Term(EXACT_FIELD.name, match.alternatives[0].label))
    )
    return Reading((*matches, *compounds), _is_unfinished(question, request, engine, taken))


def _compounds(question: Question) -> Iterator[Match]:
    """Yield the pairs of words that could be written as one, no word twice."""
    free_from = 0
    for place, (left, right) in enumerate(zip(question.words, question.words[1:], strict=False)):
        is_hyphenated = question.terms[left.end : right.start] == "-"
        if place >= free_from and (is_hyphenated or len(left.exact) <= MAX_COMPOUND_HEAD):
            joined = left.exact + right.exact
            typed = Form(f"{left.surface} {right.surface}", (), is_shouted=False)
            whole = Form(joined, ((0, stem(joined)),), is_shouted=False)
            yield Match(place, place + 2, typed, (whole,))
            free_from = place + 2


def _is_unfinished(
    question: Question, request: SearchRequest, engine: Engine, taken: set[int]
) -> bool:
    """Tell whether the last word is the beginning of others, and nothing by itself."""
    last = question.words[-1]
    if request.is_verbatim or len(last.exact) < MIN_PREFIX or len(question.words) - 1 in taken:
        return False
    if question.terms[last.end :].strip() or _is_known(engine, request.audiences, last):
        return False
    return _occurs(engine, request.audiences, Prefix(EXACT_FIELD.name, last.exact))


def _doubtful(question: Question, reading: Reading) -> tuple[Token, ...]:
    """Leave out the words that synonyms know, and the one still being typed."""
    known = {place for match in reading.matches for place in range(match.start, match.end)}
    if reading.is_unfinished:
        known.add(len(question.words) - 1)
    return tuple(word for place, word in enumerate(question.words) if place not in known)


def _is_known(engine: Engine, audiences: frozenset[str], word: Token) -> bool:
    exact = Term(EXACT_FIELD.name, word.exact)
    return _occurs(engine, audiences, exact) or _occurs(
        engine, audiences, questions.word_node(word)
    )


def _occurs(engine: Engine, audiences: frozenset[str], tree: Node) -> bool:
    return engine.count(Query(tree, audiences=audiences)) > 0


@lru_cache(maxsize=4)
def _vocabulary(engine: Engine, _version: str, audiences: frozenset[str]) -> Mapping[str, int]:
    return engine.vocabulary(audiences)
