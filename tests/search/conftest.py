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
Make = Callable[[str], Engine]


@pytest.fixture(autouse=True)
def empty_registry() -> Iterator[None]:
    """Keep the portal's subjects out: each test brings its own."""
    with registry.isolated():
        yield


@pytest.fixture(params=["embedded"])
def make_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """Make engines that share nothing, of each sort in turn: what passes with one must with all."""
    makers = {"embedded": lambda name: EmbeddedEngine(tmp_path / name)}
    return makers[request.param]


@pytest.fixture
def engine(make_engine: Make) -> Engine:
    """An engine that has no index yet."""
    return make_engine("index")


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
