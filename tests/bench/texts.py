"""Texts to measure with: words that look French, as rare and as common as those of a language, from a seed. None is ever shipped."""

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from search.schema import SearchDocument

VOCABULARY = 30_000
TITLE, BODY = 8, 140
_SYLLABLES = [
    start + middle
    for start in ("b", "c", "ch", "d", "f", "g", "l", "m", "n", "p", "pr", "r", "s", "t", "tr", "v")
    for middle in ("a", "an", "é", "e", "i", "in", "o", "ou", "on", "u", "eu")
]
_ENDINGS = ("", "", "s", "e", "es", "ment", "tion", "tions", "ité", "ités", "eur", "ant")
FACETS = {"theme": 8, "phase": 4, "region": 18}


class Language:
    """A vocabulary, and how often each of its words is used."""

    def __init__(self, seed: int = 4) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - words, not secrets
        words = iter(self._word, None)
        self.words = list(dict.fromkeys(islice(words, VOCABULARY)))
        self._weights = list(accumulate(1 / rank for rank in range(5, len(self.words) + 5)))

    def _word(self) -> str:
        syllables = self.dice.choices(_SYLLABLES, k=self.dice.choice((1, 2, 2, 3, 3, 4)))
        return "".join(syllables) + self.dice.choice(_ENDINGS)

    def text(self, length: int) -> list[str]:
        """Write so many words."""
        return self.dice.choices(self.words, cum_weights=self._weights, k=length)

    def documents(self, count: int) -> Iterator[SearchDocument]:
        """Write so many documents."""
        for number in range(count):
            length = self.dice.randint(BODY // 2, BODY * 3 // 2)
            yield SearchDocument(
                f"dynamic:{number}",
                "dynamic",
                " ".join(self.text(TITLE)).capitalize(),
                f"/dynamiques/{number}/",
                summary=" ".join(self.text(20)),
                body=" ".join(self.text(length)),
                facets={
                    name: tuple({f"{name}-{self.dice.randrange(size)}" for _ in range(2)})
                    for name, size in FACETS.items()
                },
            )

    def questions(self, texts: Sequence[str], count: int) -> list[str]:
        """Ask so many questions of one to four words of these texts, all different."""
        asked: dict[str, None] = {}
        while len(asked) < count:
            words = self.dice.choice(texts).split()
            asked[" ".join(self.dice.sample(words, self.dice.randint(1, 4)))] = None
        return list(asked)
