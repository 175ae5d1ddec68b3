"""Measure the relevance of search on a judged set of questions."""

import json
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import registry
from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine
from search.evaluation import DEPTH, Judgement, evaluate
from search.queries import ranked
from search.request import SearchRequest
from search.schema import SearchDocument

_KIND = "judged"


class Command(BaseCommand):
    help = "Prints MRR, nDCG and success at 10 for a corpus and its judged questions (JSON lines)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("corpus", type=Path, help='lines like {"id": …, "title": …, "body": …}')
        parser.add_argument("queries", type=Path, help='lines like {"query": …, "relevant": [ids]}')
        parser.add_argument("--exact", action="store_true", help="correct no spelling")

    def handle(self, *_args: Any, **options: Any) -> None:
        judgements = [_judgement(line) for line in _lines(options["queries"])]
        with tempfile.TemporaryDirectory() as directory, registry.isolated():
            engine = EmbeddedEngine(Path(directory))
            _fill(engine, options["corpus"])

            def ranking(terms: str) -> tuple[str, ...]:
                request = SearchRequest(terms, per_page=DEPTH, is_verbatim=options["exact"])
                return ranked(request, engine)

            scores = evaluate(judgements, ranking)
        self.stdout.write(
            f"{engine.name}, {scores.queries} questions: MRR@10 {scores.mrr:.4f}, "
            f"nDCG@10 {scores.ndcg:.4f}, success@10 {scores.success:.4f}"
        )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as file:
            yield from (json.loads(line) for line in file if line.strip())
    except (OSError, ValueError) as error:
        msg = f"{path} cannot be read: {error}"
        raise CommandError(msg) from error


def _judgement(line: dict[str, Any]) -> Judgement:
    return Judgement(line["query"], frozenset(f"{_KIND}:{each}" for each in line["relevant"]))


def _document(line: dict[str, Any]) -> SearchDocument:
    uid = f"{_KIND}:{line['id']}"
    return SearchDocument(uid, _KIND, line.get("title") or "", "/", body=line.get("body") or "")


def _fill(engine: Engine, corpus: Path) -> None:
    with engine.rebuild() as fresh:
        fresh.put(_document(line) for line in _lines(corpus))
        fresh.commit()
        with engine.lock(wait=1):
            fresh.activate()
