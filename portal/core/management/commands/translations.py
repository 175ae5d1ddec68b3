"""Keep the catalogues of translations: `update`, `check` or `compile`."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.core.translations import compile_catalogues, untranslated, update_catalogue


class Command(BaseCommand):
    help = "Update the catalogues from the code, check that they are complete, or compile them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["update", "check", "compile"])

    def handle(self, *, what: str, **options: object) -> None:
        languages = [language for language, _name in settings.LANGUAGES]
        if what == "update":
            for language in languages:
                update_catalogue(language)
        elif what == "check":
            for language in languages:
                self.check_catalogue(language)
        compile_catalogues()

    def check_catalogue(self, language: str) -> None:
        """Refuse a catalogue in which a message is missing.

        Raises:
            CommandError: some messages have no translation; the first ones are named.
        """
        if missing := untranslated(language):
            listed = "\n  ".join(missing[:20])
            msg = f"{language}: {len(missing)} messages are not translated:\n  {listed}"
            raise CommandError(msg)
