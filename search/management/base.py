"""What the commands of search have in common."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.base import EngineUnavailableError


class SearchCommand(BaseCommand):
    """Says in one sentence that the engine does not answer."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run the command."""
        try:
            return super().execute(*args, **options)
        except EngineUnavailableError as error:
            msg = f"The search engine does not answer: {error}."
            raise CommandError(msg) from error
