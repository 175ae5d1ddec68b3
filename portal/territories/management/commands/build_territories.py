"""`manage.py build_territories`: make the tables and the basemap from the registry packages."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from portal.territories.building import basemap, table_rows
from portal.territories.building.communes import Placed, verdicts
from portal.territories.building.tables import write_table

BASEMAP = settings.BASE_DIR / "portal" / "static" / "basemap"


class Command(BaseCommand):
    """Build what `load_territories` loads and what the maps draw; see fixtures/territories/README.md."""

    help = "Build the tables of territories and the basemap from open registry packages."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say where the packages are kept, for a second run without downloading."""
        parser.add_argument("--work", type=Path, default=settings.DATA_DIR / "territories")

    def handle(self, *, work: Path, **_options: object) -> None:
        """Build everything."""
        work.mkdir(parents=True, exist_ok=True)
        folder = settings.BASE_DIR / "fixtures" / "territories"
        placed = table_rows.placed_communes(work, folder / "by_hand")
        self.report(placed)
        for tables in (
            table_rows.french_tables(work, placed),
            table_rows.shared_tables(work, folder / "by_hand"),
        ):
            for subject, rows in tables:
                self.stdout.write(f"{write_table(folder, subject, rows):>6} {subject}")
        for name, size in basemap.draw(work, placed, BASEMAP):
            self.stdout.write(f"{size:>6} bytes: {name}")

    def report(self, placed: list[Placed]) -> None:
        """Say how the points of communes were chosen."""
        for verdict, count in verdicts(placed).most_common():
            self.stdout.write(f"{count:>6} points: {verdict}")
