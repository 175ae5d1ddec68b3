"""Relevance on the judged set, both engines, as typed and without accents; absent, it is said and not measured."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search import registry
from search.engines.base import Engine
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from search.evaluation import evaluate
from search.queries import ranked
from search.request import SearchRequest
from tests.search import judged_set
from tests.search.builders import fill

MRR, NDCG = 0.66, 0.50
HEADER = f"{'engine':<16}{'typed':<18}{'questions':>9}{'MRR@10':>9}{'nDCG@10':>9}{'of what words can find':>24}{'success@10':>12}"


def run() -> list[str]:
    """Print a line per engine; return what misses a floor."""
    if not judged_set.FILE.exists():
        print("relevance: the judged set is not here, not measured")
        return []
    print(HEADER)
    with engines() as found, registry.isolated():
        return [name for engine in found for name in _measured(engine)]


def _measured(engine: Engine) -> Iterator[str]:
    fill(engine, judged_set.documents())
    for name, typed in (("as typed", str), ("without accents", judged_set.unaccented)):
        asked = [(typed(question), answers) for question, answers in judged_set.reported()]
        rankings = {
            question: ranked(SearchRequest(question, per_page=10), engine) for question, _ in asked
        }
        scores, of_words = (
            evaluate(judged_set.judgements(asked, only_with_words=only), rankings.__getitem__)
            for only in (False, True)
        )
        print(
            f"{engine.name:<16}{name:<18}{scores.queries:>9,}{scores.mrr:>9.4f}{scores.ndcg:>9.4f}"
            f"{of_words.ndcg:>24.4f}{scores.success:>12.4f}",
            flush=True,
        )
        if scores.mrr < MRR or of_words.ndcg < NDCG:
            yield f"relevance of {engine.name}, {name}"


@contextmanager
def engines() -> Iterator[list[Engine]]:
    """Lend an engine of each sort there is."""
    with tempfile.TemporaryDirectory() as folder:
        found: list[Engine] = [EmbeddedEngine(Path(folder))]
        url = os.environ.get("TEST_SEARCH_URL")
        server = url and ElasticEngine(url, f"judging-{os.getpid()}", patience=60)
        yield [*found, server] if server else found
        if server:
            server.drop()
