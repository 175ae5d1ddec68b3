"""The letter under which a word stands in a French index."""

import unicodedata


def initial(word: str) -> str:
    """Return the capital under which the word is filed: É with E, Œ with O, digits under #."""
    plain = unicodedata.normalize("NFKD", word.strip().replace("œ", "oe").replace("Œ", "OE"))
    letter = plain[:1].upper()
    return letter if letter.isalpha() else "#"
