"""What is kept on the server: locks that outlive nobody, generations that stay apart, items answered for."""

import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from search.engines.base import EngineBusyError, IndexMissingError, Query
from search.engines.elastic import ElasticEngine, generations, leases, writing
from search.queries import find
from search.request import SearchRequest
from tests.search.builders import fill, make_document, update

DOCUMENT = make_document("Forum", uid="method:1")
KILLED = """
import os, sys
from django.conf import settings
settings.configure()
from search.engines.elastic import ElasticEngine
engine = ElasticEngine(sys.argv[1], sys.argv[2], patience=30.0)
with engine.lock(wait=5):
    os.kill(os.getpid(), 9)
"""


def total(engine: ElasticEngine) -> int:
    return engine.count(Query())


def names(engine: ElasticEngine) -> list[str]:
    with engine._connection.writing() as client:
        return sorted(client.indices.get(index=f"{engine.prefix}*").body)


def test_the_lock_of_a_killed_process_ends_by_itself(
    elastic: ElasticEngine, search_url: str
) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, search_url, elastic.prefix], check=False, timeout=120
    )
    assert killed.returncode == -9

    with elastic.lock(wait=leases.DURATION + 10):
        pass


def test_a_holder_at_work_keeps_its_lock_longer_than_a_dead_one(
    elastic: ElasticEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leases, "DURATION", 2.0)
    monkeypatch.setattr(leases, "_EVERY", 0.2)

    with elastic.lock(wait=1), pytest.raises(EngineBusyError), elastic.lock(wait=4):
        pass


def test_a_holder_that_slept_too_long_writes_no_more(
    elastic: ElasticEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(elastic, [DOCUMENT])
    monkeypatch.setattr(leases, "DURATION", 0.0)

    with elastic.lock(wait=1), elastic.update() as writer:
        writer.remove([DOCUMENT.uid])
        with pytest.raises(EngineBusyError, match="lost"):
            writer.commit()

    assert total(elastic) == 1


def test_an_index_of_another_version_is_not_read(
    search_url: str, elastic: ElasticEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(elastic, [DOCUMENT])
    monkeypatch.setattr(generations, "SCHEMA_VERSION", "0123456789ab")
    newer = ElasticEngine(search_url, elastic.prefix, patience=30.0)

    with pytest.raises(IndexMissingError):
        total(newer)

    fill(newer, [])
    assert total(newer) == 0


def test_only_the_index_in_use_is_kept(elastic: ElasticEngine) -> None:
    for _ in range(2):
        fill(elastic, [DOCUMENT])

    assert len(names(elastic)) == 2, "the index in use, and the locks"


def test_a_rebuild_killed_half_way_is_forgotten_by_the_next(elastic: ElasticEngine) -> None:
    fill(elastic, [DOCUMENT])
    elastic._generations.create()
    assert len(names(elastic)) == 3

    fill(elastic, [])

    assert len(names(elastic)) == 2


def test_portals_whose_names_begin_alike_leave_one_another_alone(
    elastic: ElasticEngine, search_url: str
) -> None:
    neighbour = ElasticEngine(search_url, f"{elastic.prefix}-2", patience=30.0)
    fill(neighbour, [DOCUMENT])
    fill(elastic, [])
    elastic.drop()

    assert total(neighbour) == 1
    neighbour.drop()
    assert names(neighbour) == []


def test_readers_never_see_the_switch(elastic: ElasticEngine) -> None:
    fill(elastic, [DOCUMENT])
    answers: list[int] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            answers.append(total(elastic))

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(3):
        fill(elastic, [DOCUMENT])
    stop.set()
    reader.join()

    assert set(answers) == {1}


def test_an_index_deleted_by_hand_is_missing_not_recreated_without_its_analysis(
    elastic: ElasticEngine,
) -> None:
    fill(elastic, [DOCUMENT])

    with elastic.update() as writer:
        elastic.drop()
        writer.put([DOCUMENT])
        with pytest.raises(IndexMissingError):
            writer.commit()

    with pytest.raises(IndexMissingError):
        total(elastic)


def test_what_the_server_refuses_is_named_and_the_rest_is_kept(elastic: ElasticEngine) -> None:
    fill(elastic, [])
    endless = make_document("Endless", uid="method:2", facets={"keyword": ("x" * 40_000,)})

    with elastic.lock(wait=1), elastic.update() as writer:
        writer.put([DOCUMENT, endless])
        refused = writer.commit()
        assert writer.commit() == frozenset(), "told once"

    assert refused == {"method:2"}
    assert elastic.fingerprints() == {DOCUMENT.uid: DOCUMENT.fingerprint}


@pytest.mark.parametrize("times", [1, 2])
def test_what_the_server_is_too_busy_for_is_sent_again(
    elastic: ElasticEngine, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    fill(elastic, [])
    monkeypatch.setattr(writing, "_FIRST_PAUSE", 0.01)
    refusals = iter(range(times))
    with elastic._connection.writing() as client:
        honest = type(client).bulk

    def busy(self: object, *arguments: object, **options: object) -> object:
        answer = honest(self, *arguments, **options)
        if next(refusals, None) is not None:
            for item in answer.body["items"]:
                item["index"] |= {
                    "status": 429,
                    "error": {"type": "es_rejected_execution_exception"},
                }
        return answer

    monkeypatch.setattr(type(client), "bulk", busy)
    update(elastic, DOCUMENT)

    assert total(elastic) == 1


def test_more_documents_than_one_answer_holds_are_all_compared(
    elastic: ElasticEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engines.elastic.reading._PAGE", 7)
    documents = [make_document(f"Page {number}", uid=f"method:{number}") for number in range(21)]
    fill(elastic, documents)

    assert elastic.fingerprints() == {each.uid: each.fingerprint for each in documents}


def test_a_change_made_elsewhere_changes_the_version(
    elastic: ElasticEngine, search_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engines.elastic._VERSION_LASTS", 0.0)
    fill(elastic, [])
    elsewhere = ElasticEngine(search_url, elastic.prefix, patience=30.0)
    version = elastic.version()

    update(elsewhere, DOCUMENT)

    assert elastic.version() != version


def test_a_plain_question_is_one_request_for_the_words_and_one_for_the_answer(
    elastic: ElasticEngine, counted_requests: Callable[[ElasticEngine], list[str]]
) -> None:
    fill(elastic, [make_document("Impliquer les habitants")])
    requests = counted_requests(elastic)
    question = SearchRequest("impliquer les habitants", facets=("kind", "theme"))

    find(question, elastic)
    find(question, elastic)

    searches = [each for each in requests if each.endswith("search")]
    assert [each.rsplit("/", 1)[-1] for each in searches] == ["_msearch", "_search", "_search"]
