"""The commands of whoever looks after the portal."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from pytest_django import Settings

from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command

from search.engines import current_engine
from search.engines.base import Query
from search.management import progress
from search.models import PendingChange
from tests.search.builders import update
from tests.search.subjects import GROUPS, register

pytestmark = pytest.mark.django_db

Run = Callable[..., str]


@pytest.fixture(autouse=True)
def groups(settings: Settings, tmp_path: Path) -> None:
    settings.SEARCH_DIR = tmp_path / "search"
    Group.objects.all().delete()
    register(GROUPS)


@pytest.fixture
def run() -> Run:
    def said(name: str, *arguments: str) -> str:
        output = StringIO()
        call_command(name, *arguments, stdout=output)
        return output.getvalue()

    return said


def total() -> int:
    return current_engine().count(Query())


def test_a_rebuild_indexes_everything_and_says_how_much(run: Run) -> None:
    Group.objects.create(name="Relais")
    Group.objects.create(name="draft")

    assert "1 documents" in run("search_rebuild")

    assert total() == 1
    assert not PendingChange.objects.exists()


class Terminal(StringIO):
    """Somebody watches."""

    def isatty(self) -> bool:
        return True


def test_a_rebuild_shows_its_progress_to_whoever_watches() -> None:
    Group.objects.create(name="Relais")
    terminal = Terminal()

    call_command("search_rebuild", stdout=terminal)

    assert "[##############################] 1 / 1 documents" in terminal.getvalue()


def test_a_rebuild_fills_no_log_with_its_progress(run: Run) -> None:
    for number in range(3):
        Group.objects.create(name=f"Groupe {number}")

    assert run("search_rebuild").splitlines() == ["3 documents in the search index."]


def test_a_long_task_says_now_and_then_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((0.0, 1.0, 11.0, 12.0))
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    log = StringIO()

    bar = progress.ProgressBar(log, 3_000)
    for _ in range(3):
        bar.advance(500)

    assert log.getvalue() == "1,000 / 3,000 documents, 91/s\n"


def test_a_rebuild_may_be_only_for_when_there_is_no_index(run: Run) -> None:
    run("search_rebuild", "--if-missing")
    Group.objects.create(name="Relais")
    run("search_rebuild", "--if-missing")

    assert total() == 0


def test_two_rebuilds_at_a_time_are_refused(run: Run) -> None:
    with current_engine().rebuild(), pytest.raises(CommandError, match="already"):
        run("search_rebuild")


def test_a_drain_indexes_what_is_pending(run: Run) -> None:
    run("search_rebuild")
    Group.objects.create(name="Relais")

    assert "1 changes" in run("search_drain")

    assert total() == 1


def test_without_an_index_the_commands_say_what_to_do(run: Run) -> None:
    for name in ("search_drain", "search_check"):
        with pytest.raises(CommandError, match="search_rebuild"):
            run(name)


def test_a_check_says_when_all_is_well(run: Run) -> None:
    Group.objects.create(name="Relais")
    run("search_rebuild")

    assert "says what the database says" in run("search_check")


def test_a_check_names_what_differs_and_repairs_it(run: Run) -> None:
    kept, changed, gone = (Group.objects.create(name=name) for name in ("Un", "Deux", "Trois"))
    run("search_rebuild")
    Group.objects.filter(pk=changed.pk).update(name="Quatre")
    Group.objects.filter(pk=gone.pk)._raw_delete(using="default")
    update(current_engine(), remove=[f"group:{kept.pk}"])

    with pytest.raises(CommandError, match="--repair"):
        run("search_check")
    said = run("search_check", "--repair")

    assert f"missing: group:{kept.pk}" in said
    assert f"outdated: group:{changed.pk}" in said
    assert f"unwanted: group:{gone.pk}" in said
    assert "says what the database says" in run("search_check")
