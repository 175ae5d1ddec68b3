"""Files to import, made by the tests, in a country of forty communes."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from django.core.management import call_command

from portal.territories import loading
from tests.factories import make_entry

EXTRACT = Path(__file__).parents[2] / "portal" / "territories" / "extract"


@pytest.fixture
def country(db: None) -> None:
    """Some forty communes, the twelve Sainte-Colombe among them, and one type of dynamic."""
    from dynamics.directory.models import DynamicType  # noqa: PLC0415 - models are ready only now

    loading.load(EXTRACT)
    make_entry(DynamicType, "tiers_lieu", label="Tiers-lieu")


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Write a file to import: a text, or bytes."""

    def write(content: str | bytes, name: str = "carte.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write


@pytest.fixture
def bring(country: None, tmp_path: Path) -> Callable[..., dict]:
    """Import a file with the command, and return its report."""

    def run(path: Path, *options: str) -> dict:
        report = tmp_path / "report.json"
        call_command(
            "import_dynamics",
            str(path),
            "--report",
            str(report),
            "--source",
            "carte",
            *options,
            verbosity=0,
            stdout=io.StringIO(),
        )
        return json.loads(report.read_text(encoding="utf-8"))

    return run


def codes(report: dict) -> dict[str, int]:
    """Return how many of each warning, the file's own left out."""
    found: dict[str, int] = {}
    for warning in report["warnings"]:
        if warning["row"]:
            found[warning["code"]] = found.get(warning["code"], 0) + 1
    return found
