"""The passage that shows why a document was found, as safe HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

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

        def is_candidate(word: Forms) -> bool:
            return word.stem in self.stems or word.stem in parts or self._is_begun(word.exact)

        candidates = mentions(text, is_candidate)
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
    best = (-1, SafeString(""))
    for text in filter(None, (summary, body)):
        best = max(best, passage(text, wanted), key=itemgetter(0))
        if best[0] == wanted.size:
            break
    return best[1]


def passage(text: str, wanted: Wanted) -> tuple[int, SafeString]:
    """Return how many different words the best passage of a text shows, and that passage."""
    text = " ".join(composed(text[:MAX_SCANNED]).split())
    marks: list[Token] = []
    best: Sequence[Token] = ()
    for word in wanted.found_in(text):
        marks = [*(mark for mark in marks if word.end - mark.start <= LENGTH - LEAD), word]
        if _richness(marks) > _richness(best):
            best = marks
        if _richness(best) == wanted.size:
            break
    start, end = _window(text, best)
    shown = _rendered(text[start:end].strip(), wanted)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return _richness(best), format_html("{}{}{}", before, shown, after)


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
