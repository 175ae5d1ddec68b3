"""A real server, met directly or through somebody who cuts, delays and garbles what it says."""

from collections.abc import Callable, Iterator

import pytest

from search.engines.elastic import ElasticEngine
from tests.search.conftest import elastic_engine
from tests.search.elastic.interference import Interference


@pytest.fixture
def elastic(search_url: str) -> Iterator[ElasticEngine]:
    """An engine on a real server, with no index yet."""
    with elastic_engine(search_url) as engine:
        yield engine


@pytest.fixture
def interference(search_url: str) -> Iterator[Interference]:
    """Somebody on the line between the portal and the server; lets everything through at first."""
    with Interference(search_url) as line:
        yield line


@pytest.fixture
def counted_requests(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[ElasticEngine], list[str]]:
    """Watch what an engine asks its server, from now on."""

    def watched(engine: ElasticEngine) -> list[str]:
        asked: list[str] = []
        transport = engine._connection._opened().transport
        perform = transport.perform_request

        def noted(method: str, target: str, **options: object) -> object:
            asked.append(target.partition("?")[0])
            return perform(method, target, **options)

        monkeypatch.setattr(transport, "perform_request", noted)
        return asked

    return watched
