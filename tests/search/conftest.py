"""An engine of each sort, empty, and a registry that knows nobody."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from search import registry
from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine
from search.queries import find
from search.request import Results, SearchRequest
from search.schema import SearchDocument
from tests.search.builders import fill

Ask = Callable[..., Results]
Hold = Callable[..., None]


@pytest.fixture(autouse=True)
def empty_registry() -> Iterator[None]:
    """Keep the portal's subjects out: each test brings its own."""
    with registry.isolated():
        yield


@pytest.fixture(params=["embedded"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """Each engine in turn: what passes with one must pass with all."""
    makers = {"embedded": lambda: EmbeddedEngine(tmp_path / "index")}
    return makers[request.param]()


@pytest.fixture
def hold(engine: Engine) -> Hold:
    """Make the engine hold these documents and no other."""

    def filled(*documents: SearchDocument) -> None:
        fill(engine, documents)

    return filled


@pytest.fixture
def ask(engine: Engine) -> Ask:
    """Ask the engine, as the portal does."""

    def answered(terms: str = "", **choices: Any) -> Results:
        return find(SearchRequest(terms=terms, **choices), engine)

    return answered
