"""Building a fresh index beside the one that answers, then switching: search never goes dark.

While it is built, changes go on being indexed in the old one, and are kept to be replayed here.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from search import draining, indexing, registry
from search.engines.base import (
    Engine,
    EngineBusyError,
    EngineUnavailableError,
    FreshIndex,
    IndexMissingError,
)

logger = logging.getLogger(__name__)

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
        for uids in chunks(every_uid()):
            batch = indexing.describe(uids)
            batch.write(fresh)
            failed |= batch.failed
            documents += len(batch.documents)
            progress(len(uids))
        failed |= _switch(engine, fresh)
    draining.try_again_later(failed)
    return Report(documents, len(failed))


def catch_up(engine: Engine) -> int:
    """Index what is waiting; build the index when there is none; leave it to whoever is at work.

    When the engine does not answer, nothing is lost: what is waiting waits for the next round.
    """
    try:
        return draining.drain(engine) if has_index(engine) else rebuild(engine).documents
    except EngineBusyError:
        return 0
    except EngineUnavailableError as error:
        logger.warning("Changes wait to be indexed: %s", error)
        return 0


def has_index(engine: Engine) -> bool:
    """Tell whether there is an index to search and to write in."""
    try:
        engine.version()
    except IndexMissingError:
        return False
    return True


def every_uid() -> Iterator[str]:
    """Name everything the subjects have."""
    for subject in registry.subjects():
        for primary_key in subject.primary_keys():
            yield subject.uid(primary_key)


def chunks(uids: Iterator[str]) -> Iterator[list[str]]:
    """Cut a long list of things in parts that fit in memory."""
    while chunk := list(islice(uids, CHUNK)):
        yield chunk


def _switch(engine: Engine, fresh: FreshIndex) -> frozenset[str]:
    """Replay what changed meanwhile, with nobody else writing, and answer from the fresh index.

    Return what the engine would not take.
    """
    refused = fresh.commit()
    with engine.lock(wait=WAIT):
        rows = draining.replay(fresh)
        fresh.activate()
        draining.acknowledge(rows)
    return refused
