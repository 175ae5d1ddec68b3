"""A storm: changes are committed while workers and rebuilds die by SIGKILL; then one counts what is left.

`python -m tests.search.durability.storm 10000 20 3`: so many changes, so many workers killed, so many rebuilds killed, on
the database and the index that the environment names. Writes what is left, as JSON.
"""

import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import django

django.setup()

# Models can only be imported once Django is ready.
from django.conf import settings  # noqa: E402
from django.db import connections, transaction  # noqa: E402

from portal.celery import app  # noqa: E402
from portal.glossary.models import Term  # noqa: E402
from search import checking, draining, rebuilding, tasks  # noqa: E402
from search.engines import current_engine  # noqa: E402
from search.engines.base import Engine, EngineBusyError, EngineUnavailableError  # noqa: E402
from search.models import PendingChange  # noqa: E402

# How long a worker lives, in seconds: some die at once, some in the middle of a batch, some between two.
LIFE = (0.02, 0.8)
# A long storm has as many deaths as asked, spread over it: about so many changes are committed in a second.
CHANGES_A_SECOND = 150
REBUILD_LIFE = (0.01, 0.08)
REST = 0.02
LOCK_PATIENCE = 120.0
SEED = 4
BEGUN = "begun"


class RolledBackError(Exception):
    """A change that must leave nothing."""


def start(work: Callable[[], object]) -> int:
    """Do something in a process of its own, with its own connections and index; return its number."""
    connections.close_all()
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        work()
        status = 0
    except Exception:
        traceback.print_exc()
        raise
    finally:
        os._exit(status)


def is_running(process: int) -> bool:
    """Tell whether a process still works; one that failed is an error.

    Raises:
        RuntimeError: it failed.
    """
    ended, status = os.waitpid(process, os.WNOHANG)
    if ended and status:
        msg = "a process that should have ended well has failed"
        raise RuntimeError(msg)
    return not ended


def kill(process: int) -> None:
    """End a process as a power cut would."""
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def commit_changes(count: int) -> None:
    """Commit that many changes to the glossary: terms written, renamed, withdrawn, deleted; some rolled back."""
    # As behind a broker: whoever writes does not index.
    app.conf.update(task_always_eager=False, broker_url="memory://")
    dice = random.Random(SEED)  # noqa: S311 - changes, not secrets
    alive: list[int] = []
    for number in range(count):
        with suppress(RolledBackError), transaction.atomic():
            change(number, alive, dice)


def change(number: int, alive: list[int], dice: random.Random) -> None:
    """Make one change, chosen at random."""
    name = f"Terme de mesure {number}"
    lot = dice.random()
    if lot < 0.05:
        Term.objects.create(name=name, slug=f"mesure-{number}", definition="<p>Rien.</p>")
        raise RolledBackError
    if lot < 0.5 or not alive:
        term = Term.objects.create(name=name, slug=f"mesure-{number}", definition="<p>Mesure.</p>")
        alive.append(term.pk)
        return
    term = Term.objects.get(pk=alive[dice.randrange(len(alive))])
    if lot < 0.9:
        term.name, term.live = name, lot < 0.8
        term.save()
        return
    alive.remove(term.pk)
    term.delete()


def drain_for_ever() -> None:
    """Do what a worker does, until it is killed."""
    while True:
        tasks.drain()
        time.sleep(REST)


def rebuild() -> None:
    """Build the index again."""
    rebuilding.rebuild(current_engine())


def try_to_rebuild() -> None:
    """Build the index again, unless the server is being restarted."""
    with suppress(EngineUnavailableError):
        rebuild()


def strike(changes: int, kills: int, rebuilds: int) -> tuple[int, int]:
    """Kill workers, and rebuilds in their midst, until there are enough of both; return how many."""
    dice = random.Random(SEED)  # noqa: S311 - instants, not secrets
    longest = max(LIFE[1], 2 * changes / kills / CHANGES_A_SECOND)
    killed = killed_rebuilds = 0
    while killed < kills or killed_rebuilds < rebuilds:
        worker = start(drain_for_ever)
        if killed_rebuilds < rebuilds:
            killed_rebuilds += kill_a_rebuild(dice.uniform(*REBUILD_LIFE))
        time.sleep(dice.uniform(LIFE[0], longest))
        kill(worker)
        killed += 1
    return killed, killed_rebuilds


def kill_a_rebuild(after: float) -> bool:
    """Start a rebuild and kill it; tell whether it was still at work."""
    process = start(try_to_rebuild)
    time.sleep(after)
    if not is_running(process):
        return False
    kill(process)
    return True


def drain_when_free(engine: Engine) -> int:
    """Drain, once the server is there and the lock of the last one killed has come to its end: it learns of a death by a silence."""
    deadline = time.monotonic() + LOCK_PATIENCE
    while True:
        try:
            return draining.drain(engine)
        except (EngineBusyError, EngineUnavailableError):
            if time.monotonic() > deadline:
                raise
            time.sleep(REST)


def count_what_is_left(report: Path) -> None:
    """Drain twice, compare the index with the database, and write what was found."""
    engine = current_engine()
    waiting = PendingChange.objects.filter(is_indexed=False).count()
    drained, again = drain_when_free(engine), draining.drain(engine)
    differences = checking.compare(engine)
    report.write_text(
        json.dumps(
            {
                "engine": engine.name,
                "waiting": waiting,
                "drained": drained,
                "drained_again": again,
                "pending": PendingChange.objects.count(),
                "differences": list(differences.lines),
                "documents": len(engine.fingerprints()),
            }
        ),
        encoding="utf-8",
    )


def clear_up() -> None:
    """Leave the database and the server as they were: tests may share them."""
    Term.objects.filter(slug__startswith="mesure-").delete()
    PendingChange.objects.all().delete()
    # Last: a deletion is indexed at once here, which would build the index again.
    if settings.SEARCH_URL:
        current_engine().drop()


def main(changes: int, kills: int, rebuilds: int) -> None:
    """Raise the storm and write what is left."""
    os.waitpid(start(rebuild), 0)
    # Whoever watches from outside may now kill the server too.
    (Path(settings.DATA_DIR) / BEGUN).touch()
    began = time.monotonic()
    writer = start(lambda: commit_changes(changes))
    killed, killed_rebuilds = strike(changes, kills, rebuilds)
    while is_running(writer):
        time.sleep(REST)
    report = Path(settings.DATA_DIR) / "storm.json"
    os.waitpid(start(lambda: count_what_is_left(report)), 0)
    os.waitpid(start(clear_up), 0)
    said = json.loads(report.read_text(encoding="utf-8"))
    said |= {"changes": changes, "killed": killed, "killed_rebuilds": killed_rebuilds}
    json.dump(said | {"seconds": round(time.monotonic() - began, 1)}, sys.stdout)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
