"""The files of the repository, as the tests of this folder read them."""

import fnmatch
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

ROOT = settings.BASE_DIR
ROOMS = ("portal", "dynamics", "toolbox", "search")
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def _ignored() -> list[str]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return [".git", *(line.strip("/") for line in lines if line and not line.startswith("#"))]


def repository(folder: Path = ROOT) -> Iterator[Path]:
    """Yield every file that is not ignored, whether it is committed yet or not."""
    ignored = _ignored()
    for path in sorted(folder.iterdir()):
        name, place = path.name, path.relative_to(ROOT).as_posix()
        if any(fnmatch.fnmatch(name, rule) or fnmatch.fnmatch(place, rule) for rule in ignored):
            continue
        if path.is_dir():
            yield from repository(path)
        else:
            yield path


def modules(*folders: str) -> list[Path]:
    """Return the modules under some folders, migrations left out."""
    return [
        path
        for folder in folders or ROOMS
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts
    ]


def place(path: Path) -> str:
    """Name a file by its place in the repository."""
    return path.relative_to(ROOT).as_posix()
