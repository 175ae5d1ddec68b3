"""The letter under which a word stands in a French index."""

import re
import unicodedata

_PUNCTUATION = re.compile(r"^[\W_]+")


def plain(word: str) -> str:
    """Return a word as an index sorts it: without accents, capitals or quotation marks around it."""
    bare = _PUNCTUATION.sub("", word).lower().replace("œ", "oe")
    letters = unicodedata.normalize("NFKD", bare)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def initial(word: str) -> str:
    """Return the capital under which the word is filed: É with E, Œ with O, digits under #."""
    letter = plain(word)[:1].upper()[:1]
    return letter if letter.isalpha() else "#"
