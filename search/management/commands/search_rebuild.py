"""Build the index again beside the one that answers, then switch."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from search import rebuilding
from search.engines import current_engine
from search.engines.base import EngineBusyError
from search.management.base import SearchCommand
from search.management.progress import ProgressBar


class Command(SearchCommand):
    help = "Builds a fresh search index, then switches to it; searches are answered meanwhile."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-missing", action="store_true", help="do nothing when there is an index already"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        engine = current_engine()
        if options["if_missing"] and rebuilding.has_index(engine):
            self.stdout.write("The search index is there.")
            return
        total = sum(1 for _ in rebuilding.every_uid())
        bar = ProgressBar(self.stdout, total)
        try:
            report = rebuilding.rebuild(engine, bar.advance)
        except EngineBusyError as error:
            msg = "The index is being built already."
            raise CommandError(msg) from error
        finally:
            bar.close()
        self.stdout.write(f"{report.documents} documents in the search index.")
        if report.failures:
            msg = f"{report.failures} documents could not be built; the log says why."
            raise CommandError(msg)
