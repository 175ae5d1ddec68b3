"""Noting what changed: in the transaction of the change, so that both are kept or neither."""

from collections.abc import Iterable

from django.db import transaction

from portal.core.copying import insert
from search import tasks
from search.models import PendingChange


def note(uids: Iterable[str]) -> None:
    """Note that these documents must be written again; whoever notes thousands asks for one drain at the end."""
    insert([PendingChange(uid=uid) for uid in sorted(set(uids))])


def touch(uids: Iterable[str]) -> None:
    """Note that these documents must be written again, soon; bulk updates call it themselves."""
    changed = set(uids)
    if not changed:
        return
    note(changed)
    planned = (function for _, function, *_ in transaction.get_connection().run_on_commit)
    if drain_soon not in planned:
        transaction.on_commit(drain_soon, robust=True)


def drain_soon() -> None:
    """Ask for a drain; when the broker is away, the next round of the clock does it."""
    tasks.drain.apply_async(retry=False)
