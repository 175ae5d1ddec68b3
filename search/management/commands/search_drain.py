"""Index the changes that are waiting."""

from typing import Any

from django.core.management.base import CommandError

from search import draining, rebuilding
from search.engines import current_engine
from search.engines.base import EngineBusyError
from search.management.base import SearchCommand


class Command(SearchCommand):
    help = "Writes pending changes in the search index; needed only when no worker runs."

    def handle(self, *_args: Any, **_options: Any) -> None:
        engine = current_engine()
        if not rebuilding.has_index(engine):
            msg = "There is no search index yet: run search_rebuild."
            raise CommandError(msg)
        try:
            count = draining.drain(engine)
        except EngineBusyError as error:
            msg = "Another process is writing in the index; the changes stay pending."
            raise CommandError(msg) from error
        self.stdout.write(f"{count} changes indexed.")
