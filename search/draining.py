"""Indexing what is waiting, from the current state of the database.

Rows are acknowledged by their exact ids: ids do not become visible in order, so "all up to the
last one" would forget a change. Draining twice is harmless.
"""

from collections.abc import Iterator

from django.db.models import F

from search import indexing
from search.engines.base import Engine, Writer
from search.models import PendingChange

BATCH = 200
# A document that cannot be built is tried again at the next changes, then left to `search_check`.
MAX_ATTEMPTS = 5
# Long enough for whoever is draining to end, short enough for a visitor to wait.
WAIT = 2.0


def drain(engine: Engine) -> int:
    """Index every pending change; return how many.

    Raises:
        EngineBusyError: somebody else is writing for long; the changes stay pending.
        IndexMissingError: there is no index to write in.
    """
    if not PendingChange.objects.exists():
        return 0
    done = 0
    with engine.lock(wait=WAIT), engine.update() as writer:
        is_kept = engine.is_rebuilding()
        if not is_kept:
            PendingChange.objects.filter(is_indexed=True).delete()
        for rows in _batches():
            failed = _index(rows, writer)
            acknowledge(rows.keys() - failed, keep=is_kept)
            PendingChange.objects.filter(pk__in=failed).update(attempts=F("attempts") + 1)
            done += len(rows) - len(failed)
    return done


def replay(writer: Writer) -> set[int]:
    """Write in a fresh index everything noted while it was being built; return the rows."""
    rows = dict(PendingChange.objects.values_list("pk", "uid"))
    return rows.keys() - _index(rows, writer)


def acknowledge(rows: set[int], *, keep: bool = False) -> None:
    """Forget rows, or mark them for the index being built, which must know of them too."""
    pending = PendingChange.objects.filter(pk__in=rows)
    if keep:
        pending.update(is_indexed=True)
    else:
        pending.delete()


def try_again_later(uids: set[str]) -> None:
    """Note things whose documents could not be built, unless they are noted already."""
    known = PendingChange.objects.filter(uid__in=uids).values_list("uid", flat=True)
    rows = [PendingChange(uid=uid, attempts=1) for uid in sorted(uids - set(known))]
    PendingChange.objects.bulk_create(rows)


def _batches() -> Iterator[dict[int, str]]:
    """Yield the rows that failed before, once, then new ones until there are none."""
    waiting = PendingChange.objects.filter(is_indexed=False).values_list("pk", "uid")
    yield dict(waiting.filter(attempts__range=(1, MAX_ATTEMPTS - 1))[:BATCH])
    while fresh := dict(waiting.filter(attempts=0)[:BATCH]):
        yield fresh


def _index(rows: dict[int, str], writer: Writer) -> set[int]:
    """Write the documents of some rows, each thing once; return the rows that failed."""
    if not rows:
        return set()
    batch = indexing.describe(dict.fromkeys(rows.values()))
    batch.write(writer)
    failed = batch.failed | writer.commit()
    return {row for row, uid in rows.items() if uid in failed}
