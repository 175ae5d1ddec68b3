"""What a question means for this index: its misspelt words corrected, its synonyms recognised."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from search import questions, registry, spelling, synonyms
from search.analysis import Token
from search.engines.base import Engine
from search.extracts import Wanted
from search.french_light_stemmer import stem
from search.occurrences import Occurrences
from search.questions import EXACT_FIELD, Question, Reading
from search.request import SearchRequest
from search.synonyms import Acronym, Form, Match
from search.tree import Prefix, Term

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
    """Read a question in the light of what this index holds.

    All its words are asked about at once: with a server, that is one question before the question.
    """
    question = questions.read(questions.clean(request.terms))
    if not question.words:
        return Understanding(question)
    occurrences = Occurrences(engine, request.audiences)
    reading = _reading(question, request, occurrences)
    if request.is_verbatim:
        return Understanding(question, reading)
    corrections = spelling.corrections(
        _doubtful(question, reading),
        partial(engine.lookalikes, audiences=request.audiences),
        lambda word: questions.word_node(word) in occurrences,
    )
    if not corrections:
        return Understanding(question, reading)
    corrected = questions.read(spelling.apply(question.terms, corrections))
    return Understanding(corrected, _reading(corrected, request, occurrences), corrections)


def _reading(question: Question, request: SearchRequest, occurrences: Occurrences) -> Reading:
    matches = synonyms.expand(question.words, registry.synonym_groups())
    taken = {place for match in matches for place in range(match.start, match.end)}
    compounds = {
        Term(EXACT_FIELD.name, match.alternatives[0].label): match
        for match in _compounds(question)
        if not taken & {match.start, match.start + 1}
    }
    uncertain = () if request.is_verbatim else _uncertain(question, taken)
    occurrences.learn((*compounds, *map(questions.word_node, uncertain)))
    written = (match for whole, match in compounds.items() if whole in occurrences)
    is_unfinished = not request.is_verbatim and _is_unfinished(question, occurrences, taken)
    return Reading((*matches, *written), is_unfinished)


def _uncertain(question: Question, taken: set[int]) -> Iterator[Token]:
    """Yield the words that may be misspelt, and the last, which may be unfinished."""
    last = len(question.words) - 1
    for place, word in enumerate(question.words):
        if place not in taken and (place == last or spelling.is_correctable(word.exact)):
            yield word


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


def _is_unfinished(question: Question, occurrences: Occurrences, taken: set[int]) -> bool:
    """Tell whether the last word is the beginning of others, and nothing by itself."""
    last = question.words[-1]
    if len(last.exact) < MIN_PREFIX or len(question.words) - 1 in taken:
        return False
    if question.terms[last.end :].strip() or questions.word_node(last) in occurrences:
        return False
    return Prefix(EXACT_FIELD.name, last.exact) in occurrences


def _doubtful(question: Question, reading: Reading) -> tuple[Token, ...]:
    """Leave out the words that synonyms know, and the one still being typed."""
    known = {place for match in reading.matches for place in range(match.start, match.end)}
    if reading.is_unfinished:
        known.add(len(question.words) - 1)
    return tuple(word for place, word in enumerate(question.words) if place not in known)
