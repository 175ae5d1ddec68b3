"""French for real: from a text to the words by which it is found.

Accents are folded before stemming: the other way round, a quarter of accented words are lost to
people who type without accents (measured). Both engines use this analysis, this one in Python,
Elasticsearch as filters made from the same lists.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeVar

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
# Of the pieces of texts that are kept analysed: some twenty megabytes.
_MOST_PIECES = 100_000
_LONGEST_PIECE = 100
# What is left of the dots of an acronym; those of a figure stay.
NEEDLESS_DOT = r"(?<![0-9])\.|\.(?![0-9])"
# Change it when the code below changes what it returns: indexes are then built again.
SIGNATURE = ("french-2", sorted(STOP_WORDS), ELISIONS)

T = TypeVar("T")


def word_pattern(*, letter: str, sign: str, digit: str, apostrophes: str) -> str:
    """Return the expression of a word, for a language where classes of characters are written so.

    An acronym with its dots, or letters and figures, apostrophes inside, a decimal point among figures.
    Nothing it repeats is ever given back: no text makes it slow.
    """
    return (
        rf"(?:{letter}\.){{2,}}+(?:{letter}(?!{sign}|_))?+"
        rf"|{sign}++(?:[{apostrophes}]{sign}++)*+(?:(?<={digit})[.,]{digit}++)*+"
    )


# The alphabets whose letters are folded: Latin, Greek, Cyrillic and their neighbours, small figures,
# ligatures and wide forms of typesetters. Others have no accents one would leave out.
_FOLDED = (
    *range(0x80, 0x2000),
    *range(0x2070, 0x2190),
    *range(0xFB00, 0xFB07),
    *range(0xFF10, 0xFF5B),
)
# Letters Unicode takes for whole, where people see a plain one.
_WHOLE = {
    "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ς": "σ",
}  # fmt: skip


def _plain_form(letter: str) -> str:
    """Return a letter without its accents; as it is when what is left would cut a word in two."""
    decomposed = unicodedata.normalize("NFKD", letter.lower()).lower()
    whole = "".join(_WHOLE.get(each, each) for each in decomposed)
    whole = "".join(_WHOLE.get(each, each) for each in whole if not unicodedata.combining(each))
    is_word = whole.isalnum() and not set(whole) & set(APOSTROPHES)
    return whole.lower() if is_word else "" if unicodedata.combining(letter) else letter.lower()


# What `fold` puts in place of a letter that is in lower case; Elasticsearch is given the same table.
PLAIN = {chr(code): plain for code in _FOLDED if (plain := _plain_form(chr(code))) != chr(code)}
_PLAIN = str.maketrans(PLAIN)
_WORD = re.compile(
    # Unicode takes one of the apostrophes for a letter.
    word_pattern(letter=r"[^\W\d_ʼ]", sign=r"[^\W_ʼ]", digit=r"\d", apostrophes=APOSTROPHES)
)
_NEEDLESS_DOT = re.compile(NEEDLESS_DOT)
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
    """Put in lower case, without accents nor ligatures; accents must be one with their letter."""
    lowered = text.lower()
    return lowered if lowered.isascii() else lowered.translate(_PLAIN)


def composed(text: str) -> str:
    """Write accents as one character with their letter: the text that offsets refer to."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65_536)
def forms(written: str) -> Forms:
    """Return what a word, elision included, becomes: S.C.I.C. is scic, L’Énergie is energie."""
    elision = _ELISION.match(written)
    elided = elision.end() if elision else 0
    exact = _APOSTROPHE.sub("'", fold(written[elided:]))[:MAX_WORD_LENGTH]
    if "." in exact:
        exact = _NEEDLESS_DOT.sub("", exact)
    if exact in STOP_WORDS:
        return Forms("", "", elided)
    return Forms(exact, stem(exact), elided)


class Pieces(dict[str, T]):
    """What is known of each piece of a text that stands between two spaces: no word goes over one.

    Pieces come again and again, so they are looked up rather than analysed. Not `lru_cache`: noting what served
    last, at each of millions of words, costs more than it saves.
    """

    def __init__(self, known_of: Callable[[str], T]) -> None:
        self._known_of = known_of

    def __missing__(self, piece: str) -> T:
        """Analyse what is seen for the first time; begin again before it is too much to keep."""
        known = self._known_of(piece)
        if len(self) >= _MOST_PIECES:
            self.clear()
        if len(piece) <= _LONGEST_PIECE:
            self[piece] = known
        return known


_WORDS = Pieces(lambda piece: tuple(map(forms, _WORD.findall(piece))))


def words(text: str) -> list[Forms]:
    """Return the forms of every word of a text, stop words included, for those who index."""
    return [word for piece in composed(text).split() for word in _WORDS[piece]]


def tokens(text: str) -> Iterator[Token]:
    """Yield the words worth searching; stop words leave a hole in the positions."""
    return mentions(text, lambda word: bool(word.exact))


def mentions(text: str, is_wanted: Callable[[Forms], bool]) -> Iterator[Token]:
    """Yield the words of a text that are wanted; each different piece of it is considered once."""
    text = composed(text)
    pieces = text.split()
    wanted = {piece for piece in set(pieces) if any(map(is_wanted, _WORDS[piece]))}
    if not wanted:
        return
    done = position = place = 0
    for index in [index for index, piece in enumerate(pieces) if piece in wanted]:
        position += sum(map(len, map(_WORDS.__getitem__, pieces[done:index])))
        place = _place_of(pieces[index], text, place)
        yield from _tokens_of(pieces[index], is_wanted, position, place)
        place += len(pieces[index])
        done = index


def _place_of(piece: str, text: str, after: int) -> int:
    """Return where a piece that is there stands by itself, from a place on."""
    while True:
        start = text.index(piece, after)
        end = start + len(piece)
        if not text[start - 1 : start].strip() and not text[end : end + 1].strip():
            return start
        after = end


def _tokens_of(
    piece: str, is_wanted: Callable[[Forms], bool], position: int, place: int
) -> Iterator[Token]:
    """Yield the wanted words of a piece that begins at this word and at this letter of a text."""
    for shift, match in enumerate(_WORD.finditer(piece)):
        word = forms(match[0])
        if is_wanted(word):
            start, end = match.start() + word.elided, match.end()
            yield Token(
                piece[start:end],
                word.exact,
                word.stem,
                position + shift,
                place + start,
                place + end,
            )


def sort_key(text: str) -> str:
    """Return what a title is sorted by: its letters and digits, without accents nor case."""
    return " ".join(re.findall(r"\w+", fold(composed(text))))
