"""Measure the relevance of search on a judged set of questions."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from search import registry
from search.engines import SCRATCH_ENGINES, current_engine
from search.engines.base import Engine
from search.evaluation import DEPTH, evaluate
from search.judged import JudgedSetError, read_corpus, read_judgements, usable
from search.management.base import SearchCommand
from search.queries import ranked
from search.request import SearchRequest
from search.schema import SearchDocument


class Command(SearchCommand):
    help = "Prints MRR, nDCG and success at 10 for a corpus and its judged questions (JSON lines)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("corpus", type=Path, help='lines like {"id": …, "title": …, "body": …}')
        parser.add_argument("queries", type=Path, help='lines like {"query": …, "relevant": [ids]}')
        parser.add_argument(
            "--engine", choices=sorted(SCRATCH_ENGINES), help="the portal's own by default"
        )
        parser.add_argument("--exact", action="store_true", help="correct no spelling")

    def handle(self, *_args: Any, **options: Any) -> None:
        lent = SCRATCH_ENGINES[options["engine"] or current_engine().name]
        with lent() as engine, registry.isolated():
            try:
                known = _fill(engine, read_corpus(options["corpus"]))
                judgements, doubts = usable(
                    read_judgements(options["queries"]), known, repeated=known.total() - len(known)
                )
            except JudgedSetError as error:
                raise CommandError(str(error)) from error
            if not known:
                msg = f"{options['corpus']} holds no document."
                raise CommandError(msg)
            if not judgements:
                msg = (
                    f'{options["queries"]} holds no question that has both "query" and "relevant".'
                )
                raise CommandError(msg)

            def ranking(terms: str) -> tuple[str, ...]:
                request = SearchRequest(terms, per_page=DEPTH, is_verbatim=options["exact"])
                return ranked(request, engine)

            scores = evaluate(judgements, ranking)
        for line in doubts.lines:
            self.stderr.write(line)
        self.stdout.write(
            f"{engine.name}, {scores.queries} questions: MRR@10 {scores.mrr:.4f}, "
            f"nDCG@10 {scores.ndcg:.4f}, success@10 {scores.success:.4f}"
        )


def _fill(engine: Engine, documents: Iterator[SearchDocument]) -> Counter[str]:
    """Index a corpus, the last of those with one id; return what it holds, and how many times."""
    known: Counter[str] = Counter()

    def noted() -> Iterator[SearchDocument]:
        for document in documents:
            known[document.uid] += 1
            yield document

    with engine.rebuild() as fresh:
        fresh.put(noted())
        fresh.commit()
        with engine.lock(wait=1):
            fresh.activate()
    return known
