import os
import socket
from collections.abc import Callable, Iterator

import pytest
from kombu import pools

from portal.celery import app


@pytest.fixture
def broker() -> str:
    """The address of a real broker; without one these tests are skipped, except where services are required."""
    if url := os.environ.get("TEST_BROKER_URL"):
        # A database of its own: nothing is left for the tasks of others, nor taken from them.
        return f"{url.rsplit('/', 1)[0]}/9"
    message = "Set TEST_BROKER_URL=redis://127.0.0.1:6379/0 to test with a real broker."
    if os.environ.get("REQUIRE_SERVICES"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture
def with_broker() -> Iterator[Callable[[str], None]]:
    """Send tasks to a broker at this address, as a portal that has workers does."""
    before = {name: app.conf[name] for name in ("task_always_eager", "broker_url")}

    def use(url: str, *, is_eager: bool = False) -> None:
        pools.reset()
        app._pool = app.amqp._producer_pool = None
        app.conf.update(task_always_eager=is_eager, broker_url=url)

    yield use
    use(before["broker_url"], is_eager=before["task_always_eager"])


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port where something listens and never says a word."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(50)
        yield silent.getsockname()[1]
