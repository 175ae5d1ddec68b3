"""The ranking, held to what people judged right. The data is not ours to commit: absent, it is skipped."""

import json
import unicodedata
from collections.abc import Callable

import pytest

from django.conf import settings

from search.engines.base import Engine
from search.evaluation import Judgement, evaluate
from search.queries import ranked
from search.request import SearchRequest
from search.schema import SearchDocument
from tests.search.builders import fill

JUDGED = settings.BASE_DIR.parent / "shared/data/relevance/cdtn-prequalified.json"
# One question in eight: the whole set takes half a minute and says the same.
STEP = 8
FLOOR = 0.64

pytestmark = pytest.mark.skipif(not JUDGED.exists(), reason="the judged set is not here")


def unaccented(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(each for each in decomposed if not unicodedata.combining(each))


@pytest.mark.parametrize("typed", [str, unaccented], ids=["as typed", "without accents"])
def test_the_right_answers_come_first(engine: Engine, typed: Callable[[str], str]) -> None:
    intents = json.loads(JUDGED.read_text(encoding="utf-8"))
    titles = {each["url"]: each["title"] for intent in intents for each in intent["refs"]}
    fill(
        engine,
        (
            SearchDocument(f"text:{url}", "text", title, "/", body=url.replace("-", " "))
            for url, title in titles.items()
        ),
    )
    judgements = [
        Judgement(typed(variant), frozenset(f"text:{each['url']}" for each in intent["refs"]))
        for intent in intents
        for variant in intent["variants"]
    ]

    scores = evaluate(
        judgements[::STEP], lambda terms: ranked(SearchRequest(terms, per_page=10), engine)
    )

    assert scores.mrr >= FLOOR
