"""The judged set of relevance: the questions of the reporting half, and what answers them.

The data is not ours to commit. Weights were chosen on the intents whose hash is even; the others judge them.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator

from django.conf import settings

from search.evaluation import Judgement
from search.schema import SearchDocument

FILE = settings.BASE_DIR.parent / "shared/data/relevance/cdtn-prequalified.json"
_NUMBER_ONLY = re.compile(r"(?:Article )?[LRD] ?\d[\d-]*")

Judged = list[tuple[str, dict[str, str]]]


def unaccented(text: str) -> str:
    """Type as many do."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def reported() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the questions of the reporting half, each with the titles of its right answers by address."""
    for intent in json.loads(FILE.read_text(encoding="utf-8")):
        if hashlib.sha256(intent["title"].encode()).digest()[-1] % 2:
            for variant in intent["variants"]:
                yield variant, {each["url"]: each["title"] for each in intent["refs"]}


def documents() -> Iterator[SearchDocument]:
    """Yield the documents: titles, and addresses as texts."""
    intents = json.loads(FILE.read_text(encoding="utf-8"))
    titles = {each["url"]: each["title"] for intent in intents for each in intent["refs"]}
    for url, title in titles.items():
        yield SearchDocument(f"text:{url}", "text", title, "/", body=url.replace("-", " "))


def judgements(questions: Judged, *, only_with_words: bool) -> list[Judgement]:
    """Judge by every right answer, or by those that have more than a number."""
    return [
        Judgement(
            query,
            frozenset(
                f"text:{url}"
                for url, title in answers.items()
                if not (only_with_words and _NUMBER_ONLY.fullmatch(title))
            ),
        )
        for query, answers in questions
    ]
