"""The files of the embedded engine: several processes, sudden deaths, generations."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from search.engines.base import EngineBusyError, IndexMissingError, Query
from search.engines.embedded import EmbeddedEngine, generations
from search.engines.embedded.layout import analysed
from search.engines.embedded.writing import UpdateWriter
from tests.search.builders import fill, make_document, update

DOCUMENT = make_document("Forum", uid="method:1")
# What another process does to the same folder.
OTHER_PROCESS = """
import os, sys
from django.conf import settings
settings.configure()
from pathlib import Path
from search.engines.embedded import EmbeddedEngine
from tests.search.builders import make_document, update
engine = EmbeddedEngine(Path(sys.argv[1]))
"""


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def embedded(directory: Path) -> EmbeddedEngine:
    engine = EmbeddedEngine(directory)
    fill(engine, [DOCUMENT])
    return engine


def total(engine: EmbeddedEngine) -> int:
    return engine.count(Query())


def run_elsewhere(directory: Path, code: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", OTHER_PROCESS + code, str(directory)], check=False, timeout=60
    )


def test_a_commit_by_another_process_is_seen_at_once(
    embedded: EmbeddedEngine, directory: Path
) -> None:
    assert total(embedded) == 1

    run_elsewhere(directory, 'update(engine, make_document("Débat"))')

    assert total(embedded) == 2


def test_a_writer_killed_before_its_commit_leaves_the_index_as_it_was(
    embedded: EmbeddedEngine, directory: Path
) -> None:
    killed = run_elsewhere(
        directory,
        """
with engine.lock(wait=1), engine.update() as writer:
    writer.put(make_document(f"Page {number}") for number in range(100))
    os.kill(os.getpid(), 9)
""",
    )

    assert killed.returncode == -signal.SIGKILL
    assert total(embedded) == 1
    update(embedded, make_document("Débat"))
    assert total(embedded) == 2


def test_a_rebuild_killed_half_way_is_forgotten_by_the_next(
    embedded: EmbeddedEngine, directory: Path
) -> None:
    run_elsewhere(
        directory,
        """
with engine.rebuild() as fresh:
    fresh.put([make_document("Débat")])
    fresh.commit()
    os.kill(os.getpid(), 9)
""",
    )
    assert len(list(directory.glob("g-*"))) == 2
    assert total(embedded) == 1
    assert not embedded.is_rebuilding()

    fill(embedded, [])

    assert len(list(directory.glob("g-*"))) == 1
    assert total(embedded) == 0


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_forked_process_opens_the_index_for_itself(embedded: EmbeddedEngine) -> None:
    assert total(embedded) == 1

    child = os.fork()
    if child == 0:
        os._exit(total(embedded))
    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 1


def test_readers_never_see_the_switch(embedded: EmbeddedEngine) -> None:
    answers, stop = [], threading.Event()

    def read() -> None:
        while not stop.is_set():
            answers.append(total(embedded))

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(5):
        fill(embedded, [DOCUMENT])
    stop.set()
    reader.join()

    assert set(answers) == {1}


def test_even_without_the_lock_a_second_writer_is_refused(embedded: EmbeddedEngine) -> None:
    with embedded.update(), pytest.raises(EngineBusyError), embedded.update():
        pass


def test_an_index_of_another_version_is_not_read(
    embedded: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generations, "SCHEMA_VERSION", "another")

    with pytest.raises(IndexMissingError):
        total(embedded)

    fill(embedded, [])
    assert total(embedded) == 0


@pytest.mark.parametrize("damage", ["pointer", "folder", "file", "contents"])
def test_damaged_files_mean_there_is_no_index(
    embedded: EmbeddedEngine, directory: Path, damage: str
) -> None:
    (generation,) = directory.glob("g-*")
    if damage == "pointer":
        (directory / "CURRENT").write_text("g-nothing", encoding="ascii")
    elif damage == "folder":
        generation.rename(directory / "elsewhere")
    elif damage == "file":
        (generation / "meta.json").unlink()
    else:
        (generation / "meta.json").write_text("{", encoding="ascii")

    with pytest.raises(IndexMissingError):
        total(EmbeddedEngine(directory))

    fill(embedded, [DOCUMENT])
    assert total(EmbeddedEngine(directory)) == 1


def test_files_of_replaced_documents_do_not_pile_up(
    embedded: EmbeddedEngine, directory: Path
) -> None:
    for _ in range(20):
        update(embedded, DOCUMENT)

    (generation,) = directory.glob("g-*")
    assert len(list(generation.iterdir())) < 60
    assert total(embedded) == 1


def test_a_tantivy_writer_gives_its_lock_back_when_it_fails(embedded: EmbeddedEngine) -> None:
    with pytest.raises(AttributeError), embedded.update() as writer:
        writer.put(["not a document"])

    with embedded.update() as writer:
        assert isinstance(writer, UpdateWriter)


def test_a_document_is_written_as_its_words_are_read() -> None:
    texts = analysed(make_document("L’énergie des S.C.I.C.", body="Et — des  habitants,\nici"))

    assert texts["title"] == ["energ _ scic"]
    assert texts["exact"][-1].split() == ["_", "_", "habitants", "ici"]
