"""A server that is away, slow or talks nonsense costs a visitor a moment, and the portal nothing."""

import socket
import time
from contextlib import suppress

import pytest

from search.engines.base import EngineError, EngineUnavailableError, Query
from search.engines.elastic import PATIENCE, ElasticEngine
from search.queries import find, similar_to
from search.request import SearchRequest
from search.suggestions import suggest
from tests.search.builders import fill, make_document, update
from tests.search.elastic.interference import (
    GARBAGE,
    NONSENSE,
    OVERLOADED,
    STRANGER,
    Interference,
)

DOCUMENT = make_document("Forum ouvert", uid="method:1")
# What a machine that does much else may add to the patience of a question.
SLACK = 1.0


def broken(line: Interference, how: str) -> None:
    line.delay = 5.0 if how == "slow" else 0.0
    line.is_cut = how == "cut"
    line.instead = {
        "garbage": GARBAGE, "stranger": STRANGER, "nonsense": NONSENSE, "overloaded": OVERLOADED,
    }.get(how, b"")  # fmt: skip


@pytest.mark.parametrize("how", ["slow", "cut", "garbage", "stranger", "nonsense", "overloaded"])
def test_a_server_that_fails_is_told_in_time_and_found_again_afterwards(
    elastic: ElasticEngine, interference: Interference, how: str
) -> None:
    fill(elastic, [DOCUMENT])
    engine = interference.engine_like(elastic)
    broken(interference, how)

    started = time.monotonic()
    results = find(SearchRequest("forum", facets=("kind",)), engine)
    similar = similar_to(DOCUMENT.uid, engine=engine)
    suggestions = suggest("for", engine=engine)
    took = time.monotonic() - started

    assert took < PATIENCE + SLACK
    assert not results.is_available
    assert results.notice
    assert (similar, suggestions) == ((), ())

    interference.heal()
    patient = interference.engine_like(elastic, patience=30.0)
    assert find(SearchRequest("forum"), patient).uids == (DOCUMENT.uid,)


def test_after_a_failure_the_server_is_left_alone_for_a_moment_only(
    elastic: ElasticEngine, interference: Interference, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(elastic, [DOCUMENT])
    engine = interference.engine_like(elastic, patience=30.0)
    interference.is_cut = True
    with pytest.raises(EngineUnavailableError):
        engine.count(Query())
    interference.heal()

    with pytest.raises(EngineUnavailableError, match="a moment ago"):
        engine.count(Query())
    monkeypatch.setattr("search.engines.elastic.connection._PAUSE", 0.0)
    engine = interference.engine_like(elastic, patience=30.0)
    interference.is_cut = True
    with pytest.raises(EngineUnavailableError):
        engine.count(Query())
    interference.heal()
    assert engine.count(Query()) == 1


@pytest.mark.parametrize("how", ["cut", "garbage", "overloaded"])
def test_a_write_that_fails_says_so_and_changes_nothing_that_is_seen(
    elastic: ElasticEngine, interference: Interference, how: str
) -> None:
    fill(elastic, [DOCUMENT])
    engine = interference.engine_like(elastic, patience=30.0)

    with suppress(EngineError), engine.lock(wait=1), engine.update() as writer:
        writer.put([make_document("Débat")])
        broken(interference, how)
        with pytest.raises(EngineError):
            writer.commit()

    interference.heal()
    assert elastic.count(Query()) == 1


def test_nobody_at_the_address_is_told_at_once() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    engine = ElasticEngine(f"http://user:secret@127.0.0.1:{port}", "test-nobody")

    with pytest.raises(EngineUnavailableError) as caught:
        engine.version()

    assert "secret" not in str(caught.value)


def test_a_forked_process_calls_for_itself(elastic: ElasticEngine) -> None:
    fill(elastic, [DOCUMENT])
    client = elastic._connection._opened()

    assert elastic._connection._opened() is client
    elastic._connection._process = 0
    assert elastic._connection._opened() is not client


def test_an_update_after_the_server_came_back_is_seen(
    elastic: ElasticEngine, interference: Interference
) -> None:
    fill(elastic, [DOCUMENT])
    engine = interference.engine_like(elastic, patience=30.0)
    interference.is_cut = True
    with pytest.raises(EngineError):
        update(engine, make_document("Débat", uid="method:2"))

    interference.heal()
    update(engine, make_document("Débat", uid="method:2"))

    assert elastic.count(Query()) == 2
