"""Somebody on the line to a search server: passes what is said, or delays, cuts, garbles it."""

import socket
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from search.engines.elastic import ElasticEngine

GARBAGE = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 37\r\n"
    b"X-Elastic-Product: Elasticsearch\r\n\r\n<html><h1>It works!</h1></html>\n     \n"
)
# A server of the same family that is not the one: it does not say its name.
STRANGER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
NONSENSE = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 13\r\n"
    b'X-Elastic-Product: Elasticsearch\r\n\r\n{"hits":null}'
)
OVERLOADED = b"HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"


class Interference:
    """A proxy on a port of its own; what it does is changed at any time.

    `delay` waits so many seconds before each answer; `is_cut` hangs up; `instead` answers that.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._server = (parts.hostname, parts.port)
        self.delay = 0.0
        self.is_cut = False
        self.instead = b""

    def __enter__(self) -> Self:
        self._listening = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listening.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    def engine_like(self, direct: ElasticEngine, **patience: float) -> ElasticEngine:
        """Make the engine of the same indices, seen from this end of the line."""
        return ElasticEngine(self.url, direct.prefix, **patience)

    def heal(self) -> None:
        """Let everything through again."""
        self.delay, self.is_cut, self.instead = 0.0, False, b""

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                caller, _ = self._listening.accept()
                threading.Thread(target=self._serve, args=(caller,), daemon=True).start()

    def _serve(self, caller: socket.socket) -> None:
        with caller, socket.create_connection(self._server) as server, suppress(OSError):
            answering = threading.Thread(target=self._answer, args=(server, caller), daemon=True)
            answering.start()
            while asked := caller.recv(65_536):
                if self.is_cut:
                    break
                if self.instead:
                    caller.sendall(self.instead)
                    break
                server.sendall(asked)
            server.shutdown(socket.SHUT_RDWR)
            caller.shutdown(socket.SHUT_RDWR)

    def _answer(self, server: socket.socket, caller: socket.socket) -> None:
        with suppress(OSError):
            while said := server.recv(65_536):
                time.sleep(self.delay)
                if self.is_cut:
                    break
                caller.sendall(said)
            caller.shutdown(socket.SHUT_RDWR)
