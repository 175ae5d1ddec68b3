"""Compare the index with the database."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from search import checking, draining, rebuilding
from search.engines import current_engine
from search.management.base import SearchCommand


class Command(SearchCommand):
    help = "Compares the search index with the database; --repair writes what differs again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repair", action="store_true", help="write again what differs")

    def handle(self, *_args: Any, **options: Any) -> None:
        engine = current_engine()
        if not rebuilding.has_index(engine):
            msg = "There is no search index yet: run search_rebuild."
            raise CommandError(msg)
        differences = checking.compare(engine)
        for line in differences.lines:
            self.stdout.write(line)
        if differences.is_empty:
            self.stdout.write("The search index says what the database says.")
        elif options["repair"]:
            checking.repair(differences)
            self.stdout.write(f"{draining.drain(engine)} documents written again.")
        else:
            msg = "The search index and the database differ: run search_check --repair."
            raise CommandError(msg)
