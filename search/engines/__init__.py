"""The engines, and the one this process uses."""

from functools import cache
from pathlib import Path

from django.conf import settings

from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine


def current_engine() -> Engine:
    """Return the engine the settings ask for."""
    return _embedded_in(Path(settings.SEARCH_DIR))


@cache
def _embedded_in(directory: Path) -> Engine:
    return EmbeddedEngine(directory)
