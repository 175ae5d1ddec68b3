"""The passage that shows why a document was found, as safe HTML."""

from collections.abc import Collection, Iterator, Sequence
from operator import itemgetter

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from search.analysis import Forms, Token, composed, mentions

LENGTH = 240
LEAD = 60
# Past this many letters a passage is not worth looking for.
MAX_SCANNED = 60_000


def extract(summary: str, body: str, stems: Collection[str], unfinished: str = "") -> SafeString:
    """Return the passage where most of the words are; the summary when none is there."""
    if not (stems or unfinished):
        return _beginning(summary or body)
    best = (-1, SafeString(""))
    for text in filter(None, (summary, body)):
        best = max(best, passage(text, stems, unfinished), key=itemgetter(0))
        if best[0] == len(stems):
            break
    return best[1]


def _beginning(text: str) -> SafeString:
    """Return how a text begins, when no word of it is looked for."""
    text = " ".join(text[: LENGTH * 2].split())
    start, end = _window(text, ())
    return format_html("{}{}", text[start:end], " …" if end < len(text) else "")


def passage(text: str, stems: Collection[str], unfinished: str) -> tuple[int, SafeString]:
    """Return how many different words the best passage of a text shows, and that passage."""
    text = " ".join(composed(text[:MAX_SCANNED]).split())
    marks: list[Token] = []
    best: Sequence[Token] = ()
    for word in _found(text, stems, unfinished):
        marks = [*(mark for mark in marks if word.end - mark.start <= LENGTH - LEAD), word]
        if _richness(marks) > _richness(best):
            best = marks
        if _richness(best) == len(stems):
            break
    start, end = _window(text, best)
    shown = _rendered(text[start:end].strip(), stems, unfinished)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return _richness(best), format_html("{}{}{}", before, shown, after)


def _found(text: str, stems: Collection[str], unfinished: str) -> Iterator[Token]:
    def is_wanted(word: Forms) -> bool:
        return word.stem in stems or bool(unfinished and word.exact.startswith(unfinished))

    return mentions(text, is_wanted)


def _richness(marks: Sequence[Token]) -> int:
    return len({mark.stem for mark in marks})


def _rendered(text: str, stems: Collection[str], unfinished: str) -> SafeString:
    pieces = []
    place = 0
    for word in _found(text, stems, unfinished):
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
