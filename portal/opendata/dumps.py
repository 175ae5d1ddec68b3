"""Copies of all the data, made every night: whole files, with how many rows they hold and their checksum.

Each run fills a folder of its own; the manifest, replaced in one gesture, then points to it. A reader sees
yesterday's files with yesterday's checksums, or today's with today's, never a mixture.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from portal.core.downloads import in_blocks
from portal.core.licences import DEFAULT_LICENCE, licence_address
from portal.opendata.datasets import DataFile, Dataset, datasets

MANIFEST = "manifest.json"
Manifest = dict[str, Any]
# The folder before the last one stays: whoever is reading it finishes.
KEPT = 2


def folder() -> Path:
    """Return where the copies are kept."""
    return Path(settings.DATA_DIR) / "open-data"


class _Counted:
    """Rows, and how many of them went by."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self.rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Any]:
        for row in self.rows:
            self.count += 1
            yield row


def _write(dataset: Dataset, file: DataFile, *, into: Path, site: str) -> Manifest:
    """Write one file, block after block, and describe it."""
    rows, digest, size = _Counted(dataset.rows(site)), hashlib.sha256(), 0
    with (into / file.name).open("wb") as written:
        for block in in_blocks(file.write(rows)):
            written.write(block)
            digest.update(block)
            size += len(block)
    return {
        "name": file.name,
        "dataset": dataset.code,
        "format": file.label,
        "media_type": file.media_type,
        "rows": rows.count,
        "bytes": size,
        "sha256": digest.hexdigest(),
        "url": f"{site}/donnees/{file.name}",
    }


def _replace(manifest: Manifest) -> None:
    """Put a manifest in place of the former, in one gesture."""
    with tempfile.NamedTemporaryFile("w", dir=folder(), suffix=".new", delete=False) as waiting:
        json.dump(manifest, waiting, ensure_ascii=False, indent=1)
    Path(waiting.name).chmod(0o644)
    Path(waiting.name).replace(folder() / MANIFEST)


def _forget_the_old(*told: str) -> None:
    """Keep the newest folders, and those that the manifest tells or told until now, however old they are."""
    found = sorted((each for each in folder().iterdir() if each.is_dir()), reverse=True)
    for each in found[KEPT:]:
        if each.name not in told:
            shutil.rmtree(each, ignore_errors=True)


def dump(site: str) -> Manifest:
    """Write every file of every set, then say so; return what was written.

    `site` is the address of the portal, without its last slash.
    """
    now, before = timezone.now(), last()
    folder().mkdir(parents=True, exist_ok=True)
    into = Path(tempfile.mkdtemp(prefix=f"{now:%Y%m%dT%H%M%S%f}-", dir=folder()))
    files = [
        _write(dataset, file, into=into, site=site)
        for dataset in datasets()
        for file in dataset.files
    ]
    manifest = {
        "created_at": now.isoformat(timespec="seconds"),
        "first_created_at": (before or {}).get("first_created_at")
        or now.isoformat(timespec="seconds"),
        "licence": DEFAULT_LICENCE,
        "licence_url": licence_address(DEFAULT_LICENCE),
        "folder": into.name,
        "files": files,
    }
    _replace(manifest)
    _forget_the_old(into.name, (before or {}).get("folder", ""))
    return manifest


def last() -> Manifest | None:
    """Return what the last copy holds, or None when none was made yet."""
    try:
        found = json.loads((folder() / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def found_in(manifest: Manifest | None, name: str) -> tuple[Manifest, Path] | None:
    """Return what a copy says of one of its files, and where it is; None when it holds none of this name."""
    files = (manifest or {}).get("files", [])
    told = next((file for file in files if file["name"] == name), None)
    if manifest is None or told is None:
        return None
    path = folder() / manifest["folder"] / name
    return (told, path) if path.is_file() else None


def described(name: str) -> Manifest | None:
    """Return what the last copy says of one of its files."""
    found = found_in(last(), name)
    return found[0] if found else None


def path_of(name: str) -> Path | None:
    """Return where a file of the last copy is; None when it holds none of this name."""
    found = found_in(last(), name)
    return found[1] if found else None


def moment_of(manifest: Manifest, name: str = "created_at") -> datetime:
    """Return one of the dates of a manifest."""
    return datetime.fromisoformat(manifest[name])
