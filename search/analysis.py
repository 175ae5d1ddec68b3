"""French for real: from a text to the words by which it is found.

Accents are folded before stemming: the other way round, a quarter of accented words are lost to
people who type without accents (measured). Both engines use this analysis, this one in Python,
Elasticsearch as filters made from the same lists.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from search.french_light_stemmer import stem

# Words that say nothing alone, without accents.
_STOP_WORDS = """
a ai as au aux avec c ce ces cet cette comme d dans de des du elle elles en est et ete etre eu eux
il ils j je l la le les leur leurs lui m ma mais me meme mes moi mon n ne nos notre nous on ont ou
par pas plus pour qu que qui s sa se ses si son sont sur t ta te tes toi ton tu un une vos votre
vous y
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
ELISIONS = ("l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu")
APOSTROPHES = "'’ʼ‘＇"
MAX_WORD_LENGTH = 64
# Change it when the code below changes what it returns: indexes are then built again.
SIGNATURE = ("french-1", sorted(STOP_WORDS), ELISIONS)

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?|[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*"
    r"(?:(?<=\d)[.,]\d+)*"
)
_ELISION = re.compile(rf"(?:{'|'.join(ELISIONS)})[{APOSTROPHES}](?=\w)", re.IGNORECASE)
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")


class Forms(NamedTuple):
    """What a word becomes; both forms are empty for a stop word. `elided` letters precede it."""

    exact: str
    stem: str
    elided: int


class Token(NamedTuple):
    """A word of a text: as written, as typed without accents, as a stem, and where it stands."""

    surface: str
    exact: str
    stem: str
    position: int
    start: int
    end: int


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Put in lower case, without accents nor ligatures."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered.translate(_LIGATURES))
    return "".join(each for each in decomposed if not unicodedata.combining(each)).lower()


def composed(text: str) -> str:
    """Write accents as one character with their letter: the text that offsets refer to."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65_536)
def forms(written: str) -> Forms:
    """Return what a word, elision included, becomes: S.C.I.C. is scic, L’Énergie is energie."""
    elision = _ELISION.match(written)
    elided = elision.end() if elision else 0
    exact = _APOSTROPHE.sub("'", fold(written[elided:]))[:MAX_WORD_LENGTH]
    if not any(each.isdigit() for each in exact):
        exact = exact.replace(".", "")
    if exact in STOP_WORDS:
        return Forms("", "", elided)
    return Forms(exact, stem(exact), elided)


def words(text: str) -> list[Forms]:
    """Return the forms of every word of a text, stop words included, for those who index."""
    return [forms(written) for written in _WORD.findall(composed(text))]


def tokens(text: str) -> Iterator[Token]:
    """Yield the words worth searching; stop words leave a hole in the positions."""
    return mentions(text, lambda word: bool(word.exact))


def mentions(text: str, is_wanted: Callable[[Forms], bool]) -> Iterator[Token]:
    """Yield the words of a text that are wanted; each different one is considered once."""
    text = composed(text)
    wanted = {written for written in set(_WORD.findall(text)) if is_wanted(forms(written))}
    if not wanted:
        return
    for position, match in enumerate(_WORD.finditer(text)):
        if match[0] in wanted:
            exact, word_stem, elided = forms(match[0])
            start = match.start() + elided
            yield Token(match[0][elided:], exact, word_stem, position, start, match.end())


def sort_key(text: str) -> str:
    """Return what a title is sorted by: its letters and digits, without accents nor case."""
    return " ".join(re.findall(r"\w+", fold(composed(text))))
