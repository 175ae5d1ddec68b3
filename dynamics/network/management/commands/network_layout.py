"""Lay the network out again; nothing happens when nothing changed."""

from django.core.management.base import BaseCommand

from dynamics.network import drawing


class Command(BaseCommand):
    help = "Lay the network out again where it changed."

    def handle(self, **options: object) -> None:
        self.stdout.write(f"  scenes drawn: {drawing.refresh() or 'unchanged'}")
