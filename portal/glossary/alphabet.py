"""The letter under which a word stands in a French index."""

import re
import unicodedata

_PUNCTUATION = re.compile(r"^[\W_]+")


def initial(word: str) -> str:
    """Return the capital under which the word is filed: É with E, Œ with O, digits under #."""
    bare = _PUNCTUATION.sub("", word)
    plain = unicodedata.normalize("NFKD", bare.replace("œ", "oe").replace("Œ", "OE"))
    letter = plain[:1].upper()[:1]
    return letter if letter.isalpha() else "#"
