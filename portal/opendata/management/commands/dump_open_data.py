"""Make the nightly copies of the open data now."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.opendata import dumps


class Command(BaseCommand):
    help = "Writes every open data file in DATA_DIR/open-data, with a manifest; beat does it every night."

    def handle(self, *_args: Any, **_options: Any) -> None:
        manifest = dumps.dump(settings.SITE_URL)
        for file in manifest["files"]:
            self.stdout.write(f"{file['name']}: {file['rows']} rows, {file['bytes']} bytes")
