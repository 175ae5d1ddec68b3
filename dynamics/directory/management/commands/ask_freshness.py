from django.core.management.base import BaseCommand

from dynamics.directory import tasks


class Command(BaseCommand):
    """Ask the members of the records that are due whether these are still true."""

    help = "Ask the members of the records that are due whether these are still true."

    def handle(self, *_args: object, **_options: object) -> None:
        """Ask, and say how many records that concerns."""
        self.stdout.write(f"{tasks.ask_freshness()} records")
