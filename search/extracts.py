"""The passage that shows why a document was found, as safe HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from search.analysis import Forms, Token, composed, mentions

LENGTH = 240
LEAD = 60
# Past this many letters a passage is not worth looking for.
MAX_SCANNED = 60_000

Phrase = tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Wanted:
    """What a passage should show: stems, stems that follow one another, a word's beginning."""

    stems: frozenset[str] = frozenset()
    phrases: tuple[Phrase, ...] = ()
    beginning: str = ""

    @property
    def size(self) -> int:
        """Count what can be shown at most."""
        return len(self.stems.union(*({stem for _, stem in phrase} for phrase in self.phrases)))

    def found_in(self, text: str) -> Iterator[Token]:
        """Yield the words of a text to show."""
        parts = frozenset(stem for phrase in self.phrases for _, stem in phrase)
        stems = self.stems | parts

        # Asked of every word of ten texts at each question: the plain case stays plain.
        def is_candidate(word: Forms) -> bool:
            return word.stem in stems

        def is_candidate_or_begun(word: Forms) -> bool:
            return word.stem in stems or word.exact.startswith(self.beginning)

        candidates = mentions(text, is_candidate_or_begun if self.beginning else is_candidate)
        return self._in_phrases(list(candidates)) if parts else candidates

    def _is_begun(self, exact: str) -> bool:
        return bool(self.beginning) and exact.startswith(self.beginning)

    def _in_phrases(self, candidates: Sequence[Token]) -> Iterator[Token]:
        """Leave out the words of a phrase that stand alone."""
        places = {word.position: word.stem for word in candidates}
        kept = {
            word.position + shift
            for phrase in self.phrases
            for word in candidates
            if all(places.get(word.position + shift) == stem for shift, stem in phrase)
            for shift, _ in phrase
        }
        for word in candidates:
            if word.position in kept or word.stem in self.stems or self._is_begun(word.exact):
                yield word


def extract(summary: str, body: str, wanted: Wanted) -> SafeString:
    """Return the passage where most of the words are; the summary when none is there."""
    if not (wanted.size or wanted.beginning):
        return _beginning(summary or body)
    best = Passage(-1)
    for text in filter(None, (summary, body)):
        best = max(best, passage(text, wanted), key=attrgetter("richness"))
        if best.richness == wanted.size:
            break
    return best.shown(wanted)


@dataclass(frozen=True)
class Passage:
    """A stretch of a text, and how many different words of a question it holds."""

    richness: int
    text: str = ""
    start: int = 0
    end: int = 0

    def shown(self, wanted: Wanted) -> SafeString:
        """Write it as safe HTML, its words marked."""
        shown = _rendered(self.text[self.start : self.end].strip(), wanted)
        before, after = "… " if self.start else "", " …" if self.end < len(self.text) else ""
        return format_html("{}{}{}", before, shown, after)


def passage(text: str, wanted: Wanted) -> Passage:
    """Return the passage of a text that shows the most different words."""
    text = " ".join(composed(text[:MAX_SCANNED]).split())
    marks: list[Token] = []
    best: Sequence[Token] = ()
    for word in wanted.found_in(text):
        marks = [*(mark for mark in marks if word.end - mark.start <= LENGTH - LEAD), word]
        if _richness(marks) > _richness(best):
            best = marks
        if _richness(best) == wanted.size:
            break
    return Passage(_richness(best), text, *_window(text, best))


def _beginning(text: str) -> SafeString:
    """Return how a text begins, when no word of it is looked for."""
    text = " ".join(text[: LENGTH * 2].split())
    start, end = _window(text, ())
    return format_html("{}{}", text[start:end], " …" if end < len(text) else "")


def _richness(marks: Sequence[Token]) -> int:
    return len({mark.stem for mark in marks})


def _rendered(text: str, wanted: Wanted) -> SafeString:
    pieces = []
    place = 0
    for word in wanted.found_in(text):
        pieces.append(conditional_escape(text[place : word.start]))
        pieces.append(format_html("<mark>{}</mark>", text[word.start : word.end]))
        place = word.end
    pieces.append(conditional_escape(text[place:]))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece above is escaped


def _window(text: str, marks: Sequence[Token]) -> tuple[int, int]:
    """Choose where a passage begins and ends, between words."""
    first, last = (marks[0].start, marks[-1].end) if marks else (0, 0)
    start = min(text.find(" ", first - LEAD, first) + 1 or first, first) if first > LEAD else 0
    end = start + LENGTH
    if end >= len(text):
        return start, len(text)
    space = text.rfind(" ", max(last, start + 1), end)
    return start, space if space > 0 else max(last, end)
