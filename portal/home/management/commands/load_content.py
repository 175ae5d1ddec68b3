"""Fill the portal with the content of `fixtures/`; run it again after correcting a file."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

import dynamics.directory.loading
import dynamics.monographs.loading
import dynamics.network.loading
import portal.bibliography.loading
import portal.community.loading
import portal.glossary.loading
import portal.proposals.loading
import portal.territories.loading
import portal.vocabulary.loading
import search.loading
import toolbox.loading
from portal.core.content_files import ContentFileError
from portal.home import groups, tree


class Command(BaseCommand):
    help = "Load the content files, the groups and the page tree. Running twice changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "fixtures")

    def handle(self, *, folder: Path, **options: object) -> None:
        try:
            # One transaction: all of it or nothing, and search hears of it once.
            with transaction.atomic():
                self.load(folder)
        except ContentFileError as error:
            raise CommandError(str(error)) from error

    def load(self, folder: Path) -> None:
        """Load every subject, those that others refer to first."""
        self.step("territories", lambda: portal.territories.loading.load(folder / "territories"))
        home, directory, referential = self.build_tree()
        self.step("sources", lambda: portal.bibliography.loading.load(folder))
        self.step("vocabularies", lambda: portal.vocabulary.loading.load(folder))
        self.step("types and forms", lambda: dynamics.directory.loading.load_vocabularies(folder))
        self.step("terms", lambda: portal.glossary.loading.load(folder))
        self.step("synonyms", lambda: search.loading.load(folder))
        self.step("propositions", lambda: portal.proposals.loading.load(folder))
        self.step("pages", lambda: portal.community.loading.load(folder, home=home))
        self.step("methods", lambda: toolbox.loading.load(folder, index=referential))
        self.step("dynamics", lambda: dynamics.directory.loading.load(folder))
        self.step(
            "monographs", lambda: dynamics.monographs.loading.load(folder, directory=directory)
        )
        self.step("experiences", lambda: dynamics.directory.loading.load_experiences(folder))
        self.step("ties", lambda: dynamics.network.loading.load(folder))

    def build_tree(self) -> tuple:
        """Make the pages and groups that everything else hangs on."""
        with transaction.atomic():
            home = tree.home_page()
            address = urlsplit(settings.SITE_URL)
            port = address.port or (443 if address.scheme == "https" else 80)
            tree.site_for(home, hostname=address.hostname or "localhost", port=port)
            directory, referential = tree.directory_page(home), tree.referential_page(home)
            groups.set_up_groups(home=home, referential=referential)
        return home, directory, referential

    def step(self, name: str, load: Callable[[], int]) -> None:
        """Load one subject whole or not at all, and say how much was new."""
        with transaction.atomic():
            count = load()
        self.stdout.write(f"  {name}: {count or 'unchanged'}")
