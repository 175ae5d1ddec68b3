"""The engines, and the one this process uses."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from search.engines.base import Engine, EngineUnavailableError
from search.engines.embedded import EmbeddedEngine

if TYPE_CHECKING:
    from search.engines.elastic import ElasticEngine


def current_engine() -> Engine:
    """Return the engine the settings ask for: a server when they name one, files otherwise."""
    if settings.SEARCH_URL:
        return _elastic_at(settings.SEARCH_URL, settings.SEARCH_PREFIX)
    return _embedded_in(Path(settings.SEARCH_DIR))


# Seconds: no visitor waits for what is measured.
_NO_HURRY = 60.0


@contextmanager
def _scratch_embedded() -> Iterator[Engine]:
    with tempfile.TemporaryDirectory() as directory:
        yield EmbeddedEngine(Path(directory))


@contextmanager
def _scratch_elastic() -> Iterator[Engine]:
    if not settings.SEARCH_URL:
        msg = "SEARCH_URL names no server"
        raise EngineUnavailableError(msg)
    prefix = f"{settings.SEARCH_PREFIX}-scratch-{os.getpid()}"
    engine = _elastic_at(settings.SEARCH_URL, prefix, patience=_NO_HURRY)
    try:
        yield engine
    finally:
        engine.drop()


# An empty engine of each sort, by its name, dropped afterwards.
SCRATCH_ENGINES: Mapping[str, Callable[[], AbstractContextManager[Engine]]] = {
    "embedded": _scratch_embedded,
    "elasticsearch": _scratch_elastic,
}


@cache
def _embedded_in(directory: Path) -> Engine:
    return EmbeddedEngine(directory)


@cache
def _elastic_at(url: str, prefix: str, **patience: float) -> "ElasticEngine":
    # The client takes half a second to import: only those who have a server wait for it.
    from search.engines.elastic import ElasticEngine  # noqa: PLC0415

    return ElasticEngine(url, prefix, **patience)
