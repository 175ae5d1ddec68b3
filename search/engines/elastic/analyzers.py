"""The French analysis said in Elasticsearch's terms, from the lists and expressions of `search.analysis`.

A test sends words by the thousand through the real server: what it answers is what Python says.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from search.analysis import (
    APOSTROPHES,
    ELISIONS,
    MAX_WORD_LENGTH,
    NEEDLESS_DOT,
    PLAIN,
    STOP_WORDS,
    word_pattern,
)

STEMS = "stems"
WORDS = "words"
# What a query brings is analysed already: stems separated by spaces, holes included.
ANALYSED = "analysed"
HOLE = "_"


def analysis() -> Mapping[str, Any]:
    """Return the `analysis` settings of an index."""
    as_written = ["elisions", "lowercase", "longest", "acronyms", "small_words"]
    common = {"type": "custom", "char_filter": ["letters"], "tokenizer": "words"}
    return {
        "char_filter": {"letters": {"type": "mapping", "mappings": list(_letters())}},
        "tokenizer": {"words": {"type": "pattern", "group": 0, "pattern": _word()}},
        "filter": {
            "elisions": {"type": "elision", "articles": list(ELISIONS), "articles_case": True},
            "longest": {"type": "truncate", "length": MAX_WORD_LENGTH},
            "acronyms": {"type": "pattern_replace", "pattern": NEEDLESS_DOT, "replacement": ""},
            "small_words": {"type": "stop", "stopwords": sorted(STOP_WORDS)},
            "light_stems": {"type": "stemmer", "language": "light_french"},
            "holes": {"type": "stop", "stopwords": [HOLE]},
        },
        "analyzer": {
            STEMS: {**common, "filter": [*as_written, "light_stems"]},
            WORDS: {**common, "filter": as_written},
            ANALYSED: {"type": "custom", "tokenizer": "whitespace", "filter": ["holes"]},
        },
    }


def _word() -> str:
    """Return the expression of a word with Java's classes, which are Python's (checked one by one)."""
    return word_pattern(
        letter=r"[\p{L}\p{Nl}\p{No}]", sign=r"[\p{L}\p{N}]", digit=r"\p{Nd}", apostrophes="'"
    )


def _letters() -> Iterator[str]:
    """Yield what replaces a letter before words are cut; accents alone cut words in both."""
    yield from (f"{each}=>'" for each in APOSTROPHES if each != "'")
    for letter, plain in PLAIN.items():
        if plain and plain != letter.lower():
            yield f"{letter}=>{plain}"
