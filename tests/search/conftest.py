"""An engine of each sort, empty, and a registry that knows nobody."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from search import registry
from search.engines.base import Engine
from search.engines.elastic import ElasticEngine
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


@pytest.fixture(params=["embedded", "elastic"])
def make_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """Make engines that share nothing, of each sort in turn: what passes with one must with all."""
    if request.param == "embedded":
        yield lambda name: EmbeddedEngine(tmp_path / name)
        return
    url = request.getfixturevalue("search_url")
    with ExitStack() as engines:
        yield lambda _name: engines.enter_context(elastic_engine(url))


@contextmanager
def elastic_engine(url: str) -> Iterator[ElasticEngine]:
    """An engine of its own on a server many tests share, patient enough for a busy machine."""
    engine = ElasticEngine(url, f"test-{uuid4().hex}", patience=30.0)
    try:
        yield engine
    finally:
        engine.drop()


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
