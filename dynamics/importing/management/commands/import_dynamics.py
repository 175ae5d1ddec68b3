"""Import a file, or what another platform publishes, into the directory."""

import json
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand, CommandError

from dynamics.importing import actions, profiles
from dynamics.importing.classification import UnknownTypeError
from dynamics.importing.fetching import fetch, is_address
from dynamics.importing.importer import Importer, understand
from dynamics.importing.models import ImportRun
from dynamics.importing.profiles import Profile
from dynamics.importing.readers import Options, Trouble, UnreadableFileError
from dynamics.importing.readers.taxonomies import read_taxonomy
from dynamics.importing.sentences import CODE_LABELS, trouble_of
from dynamics.importing.undoing import NotUndoableError

FIGURES = ("rows", "created", "updated", "unchanged", "duplicates", "rejected", "located")
MORE_FIGURES = ("approximate", "conflicts")


class Command(BaseCommand):
    help = "Import a CSV, XLSX, JSON, GeoJSON or GoGoCarto file (or address). Running twice changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="a path, or the address of a GoGoCarto map")
        parser.add_argument("--mapping", type=Path, help="which column goes where (TOML)")
        parser.add_argument("--save-mapping", type=Path, help="write the mapping that was used")
        parser.add_argument("--taxonomy", type=Path, help="GoGoCarto's categories (JSON)")
        parser.add_argument("--dry-run", action="store_true", help="report, and change nothing")
        parser.add_argument("--report", type=Path, help="write the whole report (JSON)")
        parser.add_argument("--source", default="", help="who publishes the file")
        parser.add_argument("--licence", default="", help="under which licence")
        parser.add_argument("--type", default="", help="the type of all that nothing classifies")
        parser.add_argument(
            "--circle",
            choices=("charter", "all"),
            default="all",
            help="charter: what is imported conforms to the charter; all: nobody says so (default)",
        )
        parser.add_argument("--sheet", default="", help="of a workbook")
        parser.add_argument("--encoding", default="", help="of a text")
        parser.add_argument("--delimiter", default="", help="of a table")
        parser.add_argument("--undo", type=int, metavar="RUN", help="undo an import")

    def handle(self, **given: Any) -> None:
        try:
            with tempfile.TemporaryDirectory() as folder:
                self.undo(given["undo"]) if given["undo"] else self.bring(given, Path(folder))
        except UnreadableFileError as error:
            raise CommandError(trouble_of(error)) from error
        except UnknownTypeError as error:
            message = trouble_of(UnreadableFileError(Trouble.NO_TYPE, str(error)))
            raise CommandError(message) from error
        except OSError as error:
            message = f"{error.filename}: {error.strerror}"
            raise CommandError(message) from error

    def undo(self, key: int) -> None:
        """Undo an import."""
        run = ImportRun.objects.filter(pk=key).first()
        if run is None:
            message = f"There is no import {key}."
            raise CommandError(message)
        try:
            outcome = actions.undo(run, by=None)
        except NotUndoableError as error:
            message = f"Undo import {error.later.pk} first." if error.later else "Nothing to undo."
            raise CommandError(message) from error
        self.stdout.write(", ".join(f"{name}: {count}" for name, count in outcome.items()))

    def bring(self, given: dict[str, Any], folder: Path) -> None:
        """Import a file."""
        if not given["file"]:
            message = "Which file? Give a path or an address."
            raise CommandError(message)
        is_far = is_address(given["file"])
        path = fetch(given["file"], folder) if is_far else Path(given["file"])
        options = Options(given["encoding"], given["sheet"], given["delimiter"])
        profile = self.profile(given, path, options)
        if given["save_mapping"]:
            given["save_mapping"].write_text(profiles.to_toml(profile), encoding="utf-8")
        report = (
            Importer(path, profile, options).run().as_dict()
            if given["dry_run"]
            else self.really(path, profile, given)
        )
        if given["report"]:
            text = json.dumps(report, ensure_ascii=False, indent=1)
            given["report"].write_text(text, encoding="utf-8")
        self.tell(report)

    def profile(self, given: dict[str, Any], path: Path, options: Options) -> Profile:
        """Return the mapping given, the one kept for the source, or a guess."""
        understood = understand(path, options)
        source = given["source"]
        profile = understood.profile
        if given["mapping"]:
            profile = profiles.from_text(given["mapping"].read_text(encoding="utf-8-sig"))
        elif source and (kept := actions.profile_of(source)):
            profile = kept
        profile.source = source or profile.source or named_after(given["file"])
        profile.licence = given["licence"] or profile.licence
        profile.type = given["type"] or profile.type
        if given["taxonomy"]:
            profile.terms |= read_taxonomy(given["taxonomy"])
        return profile

    def really(self, path: Path, profile: Profile, given: dict[str, Any]) -> dict[str, Any]:
        """Import for real, as a run that can be undone."""
        run = ImportRun(source=profile.source[:150], file_name=named_after(given["file"])[:200])
        run.profile = profiles.to_toml(profile)
        run.options = {
            "is_conforming": given["circle"] == "charter",
            **{name: given[name] for name in ("encoding", "sheet", "delimiter")},
        }
        run.file.save("import", ContentFile(path.read_bytes()), save=False)
        run.save()
        actions.keep_profile(profile)
        actions.start(run)
        actions.carry_out(run.pk)
        run.refresh_from_db()
        if run.trouble:
            raise CommandError(run.trouble)
        self.stdout.write(f"import {run.pk}")
        return run.report

    def tell(self, report: dict[str, Any]) -> None:
        """Say the figures."""
        for name in (*FIGURES, *MORE_FIGURES):
            self.stdout.write(f"  {name}: {report[name]}")
        for code, count in report["counts"].items():
            self.stdout.write(f"  {code} ({CODE_LABELS[code]}): {count}")
        if report["questions"]:
            self.stdout.write(f"  questions: {len(report['questions'])}")
            for question in report["questions"][:10]:
                choices = ", ".join(each["label"] for each in question["choices"][:6])
                self.stdout.write(f"    {question['words']} ({question['key']}): {choices}")


def named_after(file: str) -> str:
    """Call a source after its file, or after the site it comes from."""
    return urlsplit(file).netloc if is_address(file) else Path(file).stem
