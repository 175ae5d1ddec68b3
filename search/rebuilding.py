"""Building a fresh index beside the one that answers, then switching: search never goes dark.

While it is built, changes go on being indexed in the old one, and are kept to be replayed here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from search import draining, indexing, registry
from search.engines.base import Engine, EngineBusyError, FreshIndex, IndexMissingError
from search.models import PendingChange

CHUNK = 500
# Whoever drains must end before the switch.
WAIT = 60.0

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Report:
    """What a rebuild did."""

    documents: int
    failures: int


def rebuild(engine: Engine, progress: Progress = lambda _count: None) -> Report:
    """Describe everything again in a fresh index and answer from it.

    Raises:
        EngineBusyError: a rebuild is under way already.
    """
    documents = 0
    failed: set[str] = set()
    with engine.rebuild() as fresh:
        for uids in _chunks(every_uid()):
            batch = indexing.describe(uids)
            batch.write(fresh)
            failed |= batch.failed
            documents += len(batch.documents)
            progress(len(uids))
        _switch(engine, fresh)
    PendingChange.objects.bulk_create(PendingChange(uid=uid, attempts=1) for uid in sorted(failed))
    return Report(documents, len(failed))


def catch_up(engine: Engine) -> int:
    """Index what is waiting; build the index when there is none; leave it to whoever is at work."""
    try:
        engine.version()
        return draining.drain(engine)
    except IndexMissingError:
        return _build_missing(engine)
    except EngineBusyError:
        return 0


def every_uid() -> Iterator[str]:
    """Name everything the subjects have."""
    for subject in registry.subjects():
        for primary_key in subject.primary_keys():
            yield subject.uid(primary_key)


def _build_missing(engine: Engine) -> int:
    try:
        return rebuild(engine).documents
    except EngineBusyError:
        return 0


def _switch(engine: Engine, fresh: FreshIndex) -> None:
    """Replay what changed meanwhile, with nobody else writing, and answer from the fresh index."""
    fresh.commit()
    with engine.lock(wait=WAIT):
        rows = draining.replay(fresh)
        fresh.activate()
        draining.acknowledge(rows)


def _chunks(uids: Iterator[str]) -> Iterator[list[str]]:
    while chunk := list(islice(uids, CHUNK)):
        yield chunk
