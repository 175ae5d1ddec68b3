"""The signing key of a portal on one's own machine."""

from pathlib import Path

from django.core.management.utils import get_random_secret_key


def local_secret(path: Path) -> str:
    """Return the key kept at `path`, made on first use and readable by its owner only."""
    if not path.exists() or not path.stat().st_size:
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key(), encoding="utf-8")
    return path.read_text(encoding="utf-8").strip()
