"""A misspelt word is corrected before searching, and only if it exists nowhere.

Measured: correcting first finds what the right spelling finds 99 times in 100; fuzzy matching, 57.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.analysis import Token, tokens

# Short words have too many neighbours ("peur" is not a misspelt "peut"); long ones bear a second
# mistake, and one in their first letter, which people seldom get wrong.
MIN_LENGTH = 5
LONG = 8
MIN_PART = 3
# A question made of unknown words only is not French: past this many, the rest stays as typed.
MAX_CORRECTIONS = 6

Known = Callable[[Token], bool]
Lookalikes = Callable[[str], Mapping[str, int]]


def corrections(
    words: Sequence[Token], lookalikes: Lookalikes, is_known: Known
) -> dict[Token, str]:
    """Find the nearest known neighbour of each unknown word that has one."""
    unknown = [word for word in words if is_correctable(word.exact) and not is_known(word)]
    neighbours = (
        (word, nearest(word.exact, lookalikes(word.exact))) for word in unknown[:MAX_CORRECTIONS]
    )
    return {word: neighbour for word, neighbour in neighbours if neighbour}


def apply(terms: str, found: Mapping[Token, str], accented: Mapping[str, str] | None = None) -> str:
    """Write the neighbours in place of the words, with their accents when these are known."""
    accented = accented or {}
    for word, neighbour in sorted(found.items(), key=lambda item: -item[0].start):
        written = " ".join(accented.get(part, part) for part in neighbour.split())
        terms = f"{terms[: word.start]}{written}{terms[word.end :]}"
    return terms


def accented_forms(neighbours: Iterable[str], texts: Iterable[str]) -> dict[str, str]:
    """Look in what was found for the accents of the words searched: energie is énergie."""
    missing = {part for neighbour in neighbours for part in neighbour.split()}
    found: dict[str, str] = {}
    for text in texts:
        for word in tokens(text):
            if word.exact in missing:
                found.setdefault(word.exact, word.surface.lower())
        if len(found) == len(missing):
            break
    return found


def is_correctable(word: str) -> bool:
    """Tell whether a word is long enough to be misspelt; figures never are."""
    return len(word) >= MIN_LENGTH and not any(letter.isdigit() for letter in word)


def nearest(word: str, vocabulary: Mapping[str, int]) -> str | None:
    """Find the nearest word or pair of words; among equals, the one most documents use."""
    is_long = len(word) >= LONG
    close = process.extract(
        word, vocabulary.keys(), scorer=OSA.distance, score_cutoff=2 if is_long else 1, limit=50
    )
    ranked = [
        (distance, -vocabulary[known], known)
        for known, distance, _ in close
        if known != word and (is_long or known[0] == word[0])
    ]
    ranked += [(1, -count, pair) for pair, count in _splits(word, vocabulary)]
    return min(ranked)[-1] if ranked else None


def _splits(word: str, vocabulary: Mapping[str, int]) -> Iterable[tuple[str, int]]:
    """Yield the ways to cut a word in two known ones: tierslieux is tiers lieux."""
    for place in range(MIN_PART, len(word) - MIN_PART + 1):
        count = min(vocabulary.get(word[:place], 0), vocabulary.get(word[place:], 0))
        if count:
            yield f"{word[:place]} {word[place:]}", count
