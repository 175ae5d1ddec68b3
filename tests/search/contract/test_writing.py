"""What is written is found, what is removed is not, and search never goes dark, whatever the engine."""

import pytest

from search.engines.base import Engine, EngineBusyError, IndexMissingError, Query
from search.schema import SearchDocument
from tests.search.builders import fill, make_document, update
from tests.search.conftest import Ask, Hold

DOCUMENT = make_document("Forum", uid="method:1")


def test_before_any_index_reading_says_there_is_none(engine: Engine) -> None:
    with pytest.raises(IndexMissingError):
        engine.search(Query())
    with pytest.raises(IndexMissingError):
        engine.version()
    with pytest.raises(IndexMissingError), engine.lock(wait=1), engine.update():
        pass


def test_an_empty_index_answers_that_it_has_nothing(hold: Hold, ask: Ask) -> None:
    hold()

    results = ask("forum", facets=("theme",))

    assert results.total == 0
    assert results.facets["theme"].values == ()


def test_a_document_comes_back_as_it_was_given(hold: Hold, engine: Engine) -> None:
    rich = make_document(
        "Énergie « citoyenne »",
        summary="<b>",
        body="x" * 10_000,
        names=("SCIC",),
        tags=("énergie", "local"),
        facets={"theme": ("a", "b")},
        year=2013,
        latitude=43.5,
        longitude=-1.5,
    )
    hold(rich)

    assert engine.search(Query()).documents == (rich,)
    assert engine.fingerprints() == {rich.uid: rich.fingerprint}


def test_an_update_replaces(hold: Hold, ask: Ask, engine: Engine) -> None:
    hold(DOCUMENT)

    update(engine, make_document("Débat", uid="method:1"))

    assert ask("débat").uids == ("method:1",)
    assert ask("forum").total == 0
    assert ask().total == 1


def test_the_same_document_twice_in_one_batch_is_kept_once(hold: Hold, ask: Ask) -> None:
    hold(DOCUMENT, make_document("Débat", uid="method:1"))

    assert [hit.title for hit in ask().hits] == ["Débat"]


def test_a_removed_document_is_found_no_more(hold: Hold, ask: Ask, engine: Engine) -> None:
    hold(DOCUMENT)

    update(engine, remove=[DOCUMENT.uid, "method:unknown"])

    assert ask().total == 0
    assert ask("forum", facets=("kind",)).facets["kind"].values == ()


def test_what_is_not_committed_is_not_seen(hold: Hold, ask: Ask, engine: Engine) -> None:
    hold()

    with engine.lock(wait=1), engine.update() as writer:
        writer.put([DOCUMENT])
        assert ask().total == 0

    assert ask().total == 0


def test_the_version_changes_with_every_change(hold: Hold, engine: Engine) -> None:
    hold()
    versions = {engine.version()}

    for number in range(3):
        update(engine, make_document(f"Page {number}"))
        versions.add(engine.version())

    assert len(versions) == 4
    assert engine.version() == engine.version()


def test_one_writer_at_a_time(hold: Hold, engine: Engine) -> None:
    hold()

    with engine.lock(wait=1), pytest.raises(EngineBusyError), engine.lock(wait=0.05):
        pass
    with engine.lock(wait=0):
        pass


def test_the_old_index_answers_until_the_new_one_does(hold: Hold, ask: Ask, engine: Engine) -> None:
    hold(DOCUMENT)

    with engine.rebuild() as fresh:
        fresh.put([make_document("Débat", uid="method:2")])
        fresh.commit()
        assert engine.is_rebuilding()
        assert ask().uids == ("method:1",)
        fresh.activate()
        assert ask().uids == ("method:2",)

    assert ask().uids == ("method:2",)
    assert not engine.is_rebuilding()


def test_a_rebuild_that_fails_leaves_the_old_index(hold: Hold, ask: Ask, engine: Engine) -> None:
    hold(DOCUMENT)

    with pytest.raises(AttributeError), engine.rebuild() as fresh:
        fresh.put([make_document("Débat"), "not a document"])

    assert ask().uids == (DOCUMENT.uid,)
    assert not engine.is_rebuilding()


def test_one_rebuild_at_a_time(engine: Engine) -> None:
    with engine.rebuild(), pytest.raises(EngineBusyError), engine.rebuild():
        pass


def test_an_index_is_updated_while_another_is_built(hold: Hold, ask: Ask, engine: Engine) -> None:
    hold()

    with engine.rebuild() as fresh:
        update(engine, DOCUMENT)
        assert ask().uids == (DOCUMENT.uid,)
        fresh.commit()
        fresh.activate()

    assert ask().total == 0


def test_several_generations_follow_one_another(ask: Ask, engine: Engine) -> None:
    for number in range(3):
        fill(engine, [make_document(f"Page {number}", uid=f"method:{number}")])
        assert ask().uids == (f"method:{number}",)


@pytest.mark.parametrize(
    "content",
    [
        {"kind": "method", "uid": "dynamic:1"},
        {"audience": "friends"},
        {"facets": {"colour": ("red",)}},
        {"facets": {"kind": ("term",)}},
    ],
)
def test_a_document_an_engine_would_misunderstand_is_refused(content: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"^(method|dynamic):1: "):
        SearchDocument(**{"uid": "method:1", "kind": "method", "title": "", "url": "/"} | content)
