"""The "light" French stemmer of the University of Neuchâtel, word for word that of Lucene.

Savoy, J. (1999), "A stemming procedure and stopword list for general French corpora". It was
compared with Lucene 8.7 on the 346,205 words of Debian's wfrench: no difference. Both engines
must stem alike, so a change here changes what Elasticsearch and the embedded engine agree on.
"""

from dataclasses import dataclass
from functools import lru_cache

_PLAIN = str.maketrans("àáâôèéêùûîç", "aaaoeeeuuic")
# Words this short keep their ending: plurals, then x, then the rest.
_PLURAL_FROM = 3
_X_FROM = 5
_SHORT = 4


@dataclass(frozen=True)
class Ending:
    """An ending to replace in words longer than `longer_than`.

    What is left may itself end in `then_ending`, replaced by `then_put` when more than
    `then_longer_than` letters remain. `is_last` ends the work there.
    """

    ending: str
    longer_than: int
    put: str = ""
    is_last: bool = True
    then_ending: str = ""
    then_put: str = ""
    then_longer_than: int = 0


# In the order they are tried: longer endings before those they end with.
ENDINGS = (
    Ending("issement", 9, "ir"),
    Ending("issant", 8, "ir"),
    Ending("ement", 6, "e", then_ending="ive", then_put="if", then_longer_than=3),
    Ending("ficatrice", 11, "fier"),
    Ending("ficateur", 10, "fier"),
    Ending("catrice", 9, "quer"),
    Ending("cateur", 8, "quer"),
    Ending("atrice", 8, "er"),
    Ending("ateur", 7, "er"),
    Ending("trice", 6, "teur", is_last=False),
    Ending("ième", 5),
    Ending("teuse", 7, "ter"),
    Ending("teur", 6, "ter"),
    Ending("euse", 5, "eu"),
    Ending("ère", 8, "er"),
    Ending("ive", 7, "if"),
    Ending("folle", 4, "fou"),
    Ending("molle", 4, "mou"),
    Ending("nnelle", 9, "n"),
    Ending("nnel", 9, "n"),
    Ending("ète", 4, "et", is_last=False),
    Ending("ique", 8, is_last=False),
    Ending("esse", 8, "e"),
    Ending("inage", 7, "in"),
    Ending("isation", 9, then_ending="ual", then_put="uel", then_longer_than=5),
    Ending("isateur", 9),
    Ending("ation", 8),
    Ending("ition", 8),
)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of a lower-case word."""
    word = _without_plural(word)
    for rule in ENDINGS:
        if len(word) > rule.longer_than and word.endswith(rule.ending):
            word = _replaced(word, rule)
            if rule.is_last:
                break
    return _settled(word)


def _without_plural(word: str) -> str:
    if len(word) > _X_FROM and word.endswith("x"):
        word = word[:-1]
        if word.endswith("au") and word[-3] != "e":
            word = f"{word[:-1]}l"
    for mark in "xs":
        if len(word) > _PLURAL_FROM and word.endswith(mark):
            word = word[:-1]
    return word


def _replaced(word: str, rule: Ending) -> str:
    word = word[: -len(rule.ending)] + rule.put
    if rule.then_ending and word.endswith(rule.then_ending) and len(word) > rule.then_longer_than:
        word = word[: -len(rule.then_ending)] + rule.then_put
    return word


def _settled(word: str) -> str:
    """Drop accents, doubled letters and the last silent ones."""
    if len(word) > _SHORT:
        word = _undoubled(word.translate(_PLAIN))
    if len(word) > _SHORT and word.endswith("ie"):
        word = word[:-2]
    if len(word) > _SHORT:
        word = word.removesuffix("r").removesuffix("e").removesuffix("e")
        if word[-1] == word[-2] and word[-1].isalpha():
            word = word[:-1]
    return word


def _undoubled(word: str) -> str:
    kept = [word[0]]
    for letter in word[1:]:
        if letter != kept[-1] or not letter.isalpha():
            kept.append(letter)
    return "".join(kept)
