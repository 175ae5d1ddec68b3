"""Locks between processes of any machine, kept where the index is: who can write can lock.

A lease is a document that names its holder and says until when, by the server's own clock. Its
holder renews it while it works; when the holder is killed, the lease ends by itself.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from uuid import uuid4

from elasticsearch import ConflictError, Elasticsearch

from search.engines.base import EngineBusyError, EngineError
from search.engines.elastic.connection import Connection

# How long a killed holder keeps others waiting, and how often a living one says so.
DURATION = 5.0
_EVERY = 1.0
_PAUSE = 0.05

_TAKE = """
if (ctx._source.holder == null || ctx._source.holder == params.holder || ctx._source.until < ctx._now) {
  ctx._source.holder = params.holder;
  ctx._source.until = ctx._now + params.duration;
} else { ctx.op = 'none'; }
"""
_GIVE_BACK = "ctx.op = ctx._source.holder == params.holder ? 'delete' : 'none';"
_CLEAR = "ctx.op = ctx._source.until < ctx._now ? 'delete' : 'none';"
_UNTOUCHED = "noop"


class Lease:
    """One lock, as one holder sees it; take a new one each time."""

    def __init__(self, connection: Connection, index: str, name: str) -> None:
        self._connection = connection
        self._index = index
        self._name = name
        self._holder = uuid4().hex
        self._sure_until = 0.0

    @contextmanager
    def held(self, *, wait: float) -> Iterator[None]:
        """Hold the lock.

        Raises:
            EngineBusyError: somebody else still holds it after `wait` seconds.
        """
        deadline = time.monotonic() + wait
        while not self._take():
            if time.monotonic() > deadline:
                msg = f"another process holds the {self._name} lock"
                raise EngineBusyError(msg)
            time.sleep(_PAUSE)
        done = Event()
        renewing = Thread(target=self._renew, args=(done,), daemon=True)
        renewing.start()
        try:
            yield
        finally:
            done.set()
            renewing.join()
            self._run(_GIVE_BACK)

    def check(self) -> None:
        """Make sure that nobody can have taken the lock meanwhile.

        Raises:
            EngineBusyError: this process slept for so long that somebody may have.
        """
        if time.monotonic() > self._sure_until:
            msg = f"the {self._name} lock was lost"
            raise EngineBusyError(msg)

    def is_taken(self) -> bool:
        """Tell whether anybody holds the lock."""
        return self._run(_CLEAR) == _UNTOUCHED

    def _take(self) -> bool:
        asked = time.monotonic()
        is_mine = self._run(_TAKE, creates=True) != _UNTOUCHED
        if is_mine:
            self._sure_until = asked + DURATION
        return is_mine

    def _renew(self, done: Event) -> None:
        while not done.wait(_EVERY):
            try:
                self._take()
            except EngineError:
                # The server may be back before the lease ends; `check` knows when it is not.
                continue

    def _run(self, script: str, *, creates: bool = False) -> str:
        """Let the server compare and change in one step; return what became of the document."""
        with self._connection.writing() as client:
            try:
                return self._update(client, script, creates=creates)
            except ConflictError:
                return _UNTOUCHED

    def _update(self, client: Elasticsearch, script: str, *, creates: bool) -> str:
        parameters = {"holder": self._holder, "duration": int(DURATION * 1_000)}
        answer = client.options(ignore_status=404).update(
            index=self._index,
            id=self._name,
            script={"source": script, "params": parameters},
            scripted_upsert=creates,
            upsert={} if creates else None,
        )
        return str(answer.body.get("result", ""))
