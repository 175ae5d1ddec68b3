"""Fetching a file from another platform: for the command, or for an animator, and then from the open web only."""

import gzip
import http.client
import ipaddress
import socket
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from django.core.files import File

from dynamics.importing.readers.rows import MOST_BYTES, Trouble, UnreadableFileError

# Seconds without any byte, then in all.
PATIENCE = 30
MOST_SECONDS = 300
# In all, when somebody waits for a page.
MOST_SECONDS_OF_A_PAGE = 20
CHUNK = 1 << 16
AGENT = "Maillage (+import)"
ELEMENTS = "/api/elements.json"


def is_address(text: str) -> bool:
    """Tell an address from a path."""
    return text.lower().startswith(("http://", "https://"))


def api_address(address: str) -> str:
    """Return where the elements of a GoGoCarto map are, when only its home page is given."""
    parts = urlsplit(address)
    if parts.path in ("", "/") and not parts.query:
        return f"{parts.scheme}://{parts.netloc}{ELEMENTS}"
    return address


def is_private(address: str) -> bool:
    """Tell whether an address leads to the own machine or network, not to the web."""
    try:
        found = socket.getaddrinfo(urlsplit(address).hostname, None)
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(each[4][0]).is_global for each in found)


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Follows redirects to the web, and nowhere else."""

    def redirect_request(self, *arguments: object) -> urllib.request.Request | None:
        address = str(arguments[-1])
        asked = getattr(arguments[0], "full_url", "")
        # Whoever asks may read the own network; whoever answers from outside may not send there.
        if not is_address(address) or (is_private(address) and not is_private(asked)):
            arguments[1].close()
            raise UnreadableFileError(Trouble.UNREACHABLE, address)
        return super().redirect_request(*arguments)


def _refuse_own_network(connection: http.client.HTTPConnection) -> None:
    """Look at who is at the other end before asking anything: a name may change its mind once it was checked."""
    peer = ipaddress.ip_address(connection.sock.getpeername()[0])
    if not peer.is_global:
        connection.close()
        raise UnreadableFileError(Trouble.UNREACHABLE, connection.host)


class _OpenConnection(http.client.HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _refuse_own_network(self)


class _OpenSafeConnection(http.client.HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _refuse_own_network(self)


class _OpenWeb(urllib.request.HTTPHandler):
    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_OpenConnection, request)


class _OpenSafeWeb(urllib.request.HTTPSHandler):
    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_OpenSafeConnection, request)


@contextmanager
def lent(address: str) -> Iterator[File]:
    """Lend what is at an address that somebody typed in a page, as if it had been sent.

    Raises:
        UnreadableFileError: as `fetch`, or the address is not on the open web.
    """
    if not is_address(address) or is_private(address):
        raise UnreadableFileError(Trouble.UNREACHABLE, address)
    with tempfile.TemporaryDirectory() as folder:
        handlers = (_OpenWeb, _OpenSafeWeb)
        path = fetch(address, Path(folder), MOST_SECONDS_OF_A_PAGE, handlers)
        with path.open("rb") as file:
            yield File(file, name=urlsplit(address).hostname)


def fetch(
    address: str,
    folder: Path,
    most_seconds: float | None = None,
    handlers: tuple[type[urllib.request.BaseHandler], ...] = (),
) -> Path:
    """Download a file and return where it is.

    Raises:
        UnreadableFileError: nobody answers, the answer is an error, it is too big or too long.
    """
    most = MOST_SECONDS if most_seconds is None else most_seconds
    request = urllib.request.Request(  # noqa: S310 - only the web: see is_address
        api_address(address), headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"}
    )
    opener = urllib.request.build_opener(_WebOnly, *handlers)
    try:
        with closing(
            opener.open(request, timeout=min(PATIENCE, most_seconds or PATIENCE))
        ) as answer:
            body = (
                gzip.GzipFile(fileobj=answer)
                if answer.headers.get("Content-Encoding") == "gzip"
                else answer
            )
            return _kept(body, folder, most)
    except urllib.error.HTTPError as error:
        error.close()
        raise UnreadableFileError(Trouble.UNREACHABLE, f"{address} ({error})") from error
    except (urllib.error.URLError, TimeoutError, OSError, ValueError, EOFError) as error:
        raise UnreadableFileError(Trouble.UNREACHABLE, f"{address} ({error})") from error


def _kept(body: IO[bytes], folder: Path, most_seconds: float) -> Path:
    size, limit = 0, time.monotonic() + most_seconds
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        while chunk := body.read(CHUNK):
            size += len(chunk)
            if size > MOST_BYTES:
                raise UnreadableFileError(Trouble.TOO_BIG, str(MOST_BYTES // 1_000_000))
            if time.monotonic() > limit:
                raise TimeoutError(most_seconds)
            file.write(chunk)
    return Path(file.name)
