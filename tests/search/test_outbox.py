"""Changes are noted with the data, indexed after the commit, never lost."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction

from search import draining, indexing, outbox, rebuilding
from search.engines.base import Engine, EngineBusyError, IndexMissingError
from search.models import PendingChange
from tests.search.conftest import Ask, Make
from tests.search.subjects import GROUPS, build_group, register

pytestmark = pytest.mark.django_db


class MishapError(Exception):
    """Something went wrong, on purpose."""


@pytest.fixture(autouse=True)
def groups(engine: Engine) -> Iterator[None]:
    Group.objects.all().delete()
    register(GROUPS)
    rebuilding.rebuild(engine)
    PendingChange.objects.all().delete()
    return


def pending() -> list[str]:
    return list(PendingChange.objects.values_list("uid", flat=True))


def test_a_change_is_noted_then_indexed(engine: Engine, ask: Ask) -> None:
    group = Group.objects.create(name="Relais")
    assert pending() == [f"group:{group.pk}"]

    assert draining.drain(engine) == 1

    assert ask("relais").uids == (f"group:{group.pk}",)
    assert pending() == []


def test_a_change_rolled_back_leaves_nothing() -> None:
    @transaction.atomic
    def create_twice() -> None:
        for _ in range(2):
            Group.objects.create(name="Relais")

    with pytest.raises(IntegrityError):
        create_twice()

    assert pending() == []


def test_draining_twice_is_harmless(engine: Engine, ask: Ask) -> None:
    group = Group.objects.create(name="Relais")
    draining.drain(engine)
    outbox.touch([f"group:{group.pk}"])

    assert draining.drain(engine) == 1
    assert draining.drain(engine) == 0

    assert ask().total == 1


def test_many_changes_of_one_thing_index_its_last_state(engine: Engine, ask: Ask) -> None:
    group = Group.objects.create(name="Un")
    for name in ("Deux", "Trois"):
        group.name = name
        group.save()

    assert draining.drain(engine) == 3

    assert [hit.title for hit in ask().hits] == ["Trois"]


def test_a_deletion_removes_from_the_index(engine: Engine, ask: Ask) -> None:
    group = Group.objects.create(name="Relais")
    draining.drain(engine)

    group.delete()
    draining.drain(engine)

    assert ask().total == 0


def test_what_nobody_may_find_any_more_is_removed(engine: Engine, ask: Ask) -> None:
    group = Group.objects.create(name="Relais")
    draining.drain(engine)

    group.name = "draft Relais"
    group.save()
    draining.drain(engine)

    assert ask().total == 0


def test_changes_noted_while_another_writes_stay_pending(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draining, "WAIT", 0)
    Group.objects.create(name="Relais")

    with engine.lock(wait=0), pytest.raises(EngineBusyError):
        draining.drain(engine)
    assert len(pending()) == 1
    with engine.lock(wait=0):
        assert rebuilding.catch_up(engine) == 0

    assert draining.drain(engine) == 1


def test_changes_that_come_while_draining_are_drained_too(
    engine: Engine, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    Group.objects.create(name="Premier")
    describe = indexing.describe

    def describe_then_change(uids: list[str]) -> indexing.Batch:
        batch = describe(uids)
        if not Group.objects.filter(name="Second").exists():
            Group.objects.create(name="Second")
        return batch

    monkeypatch.setattr(indexing, "describe", describe_then_change)

    assert draining.drain(engine) == 2
    assert ask().total == 2


def test_more_changes_than_a_batch_are_all_drained(
    engine: Engine, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draining, "BATCH", 3)
    Group.objects.bulk_create(Group(name=f"Groupe {number}") for number in range(10))
    outbox.touch(f"group:{group.pk}" for group in Group.objects.all())

    assert draining.drain(engine) == 10
    assert ask().total == 10


@pytest.mark.logs_errors
def test_a_document_that_cannot_be_built_does_not_stop_the_others(
    engine: Engine, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = (Group.objects.create(name=name) for name in ("Mauvais", "Bon"))
    document = indexing.registry.document
    monkeypatch.setattr(
        indexing.registry,
        "document",
        lambda uid: 1 / 0 if uid == f"group:{bad.pk}" else document(uid),
    )

    for _ in range(draining.MAX_ATTEMPTS + 2):
        draining.drain(engine)

    assert ask().uids == (f"group:{good.pk}",)
    assert PendingChange.objects.get().attempts == draining.MAX_ATTEMPTS

    monkeypatch.undo()
    assert rebuilding.rebuild(engine).documents == 2
    assert pending() == []


def test_a_thing_of_an_unknown_kind_is_removed_quietly(engine: Engine) -> None:
    outbox.touch(["robot:1", "nothing"])

    assert draining.drain(engine) == 2


def test_touching_nothing_writes_nothing() -> None:
    outbox.touch([])

    assert pending() == []


def test_one_transaction_asks_for_one_drain(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []
    monkeypatch.setattr(outbox.tasks.drain, "apply_async", lambda **_options: asked.append(1))

    with django_capture_on_commit_callbacks(execute=True):
        for number in range(5):
            Group.objects.create(name=f"Groupe {number}")

    assert asked == [1]


def test_without_a_worker_a_change_is_found_as_soon_as_it_is_committed(
    engine: Engine,
    ask: Ask,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("search.tasks.current_engine", lambda: engine)

    with django_capture_on_commit_callbacks(execute=True):
        Group.objects.create(name="Relais")

    assert ask("relais").total == 1
    assert pending() == []


def test_changes_made_during_a_rebuild_are_in_both_indexes(
    engine: Engine, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    Group.objects.create(name="Avant")

    def change_and_drain(_count: int) -> None:
        Group.objects.create(name="Pendant")
        assert draining.drain(engine) == 2
        assert ask("pendant").total == 1, "found at once, in the old index"
        assert len(pending()) == 2, "and kept for the new one"
        assert draining.drain(engine) == 0, "but not indexed twice"

    rebuilding.rebuild(engine, change_and_drain)

    assert {hit.title for hit in ask().hits} == {"Avant", "Pendant"}
    assert pending() == []


def test_a_rebuild_that_died_leaves_nothing_behind(engine: Engine, ask: Ask) -> None:
    Group.objects.create(name="Relais")

    def die(_count: int) -> None:
        Group.objects.create(name="Pendant")
        draining.drain(engine)
        raise MishapError

    with pytest.raises(MishapError):
        rebuilding.rebuild(engine, die)
    assert len(pending()) == 2

    Group.objects.create(name="Après")
    draining.drain(engine)

    assert ask().total == 3
    assert pending() == []


def test_draining_without_an_index_says_so_and_catching_up_builds_it(make_engine: Make) -> None:
    Group.objects.create(name="Relais")
    missing = make_engine("elsewhere")

    with pytest.raises(IndexMissingError):
        draining.drain(missing)
    assert len(pending()) == 1

    assert rebuilding.catch_up(missing) == 1
    assert pending() == []


def test_things_are_described_together_where_their_subject_can(
    engine: Engine, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone: list[str] = []
    monkeypatch.setattr(indexing.registry, "document", alone.append)
    register(replace(GROUPS, build_many=lambda keys: filter(None, map(build_group, keys))))
    groups = [Group.objects.create(name=name) for name in ("Relais", "draft", "Veille")]

    draining.drain(engine)

    assert {hit.title for hit in ask().hits} == {"Relais", "Veille"}
    # Drafts, and what is gone, are asked for alone: nothing said whether that was a mistake.
    assert alone == [f"group:{groups[1].pk}"]


@pytest.mark.logs_errors
def test_a_mistake_on_one_of_many_does_not_stop_the_others(engine: Engine, ask: Ask) -> None:
    register(replace(GROUPS, build_many=lambda _keys: 1 / 0))
    Group.objects.create(name="Relais")

    draining.drain(engine)

    assert [hit.title for hit in ask().hits] == ["Relais"]
