"""`manage.py load_territories`: régions, départements, communes; a second run changes nothing."""

from django.core.management.base import BaseCommand

from portal.territories.loading import load_each


class Command(BaseCommand):
    """Load the territories from `fixtures/territories/`."""

    help = (
        "Load regions, departments, communes and places abroad; skip the files that did not change."
    )

    def handle(self, **_options: object) -> None:
        """Load, and say what was written."""
        for name, count in load_each().items():
            self.stdout.write(f"{name}: {count or 'unchanged'}")
