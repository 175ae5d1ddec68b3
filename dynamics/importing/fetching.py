"""Fetching a file from another platform: by the command only, never for a visitor's address."""

import gzip
import ipaddress
import socket
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from dynamics.importing.readers.rows import MOST_BYTES, Trouble, UnreadableFileError

# Seconds without any byte, then in all.
PATIENCE = 30
MOST_SECONDS = 300
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


def fetch(address: str, folder: Path) -> Path:
    """Download a file and return where it is.

    Raises:
        UnreadableFileError: nobody answers, the answer is an error, or it is too big.
    """
    request = urllib.request.Request(  # noqa: S310 - only the web: see is_address
        api_address(address), headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"}
    )
    opener = urllib.request.build_opener(_WebOnly)
    try:
        with closing(opener.open(request, timeout=PATIENCE)) as answer:
            body = (
                gzip.GzipFile(fileobj=answer)
                if answer.headers.get("Content-Encoding") == "gzip"
                else answer
            )
            return _kept(body, folder)
    except urllib.error.HTTPError as error:
        error.close()
        raise UnreadableFileError(Trouble.UNREACHABLE, f"{address} ({error})") from error
    except (urllib.error.URLError, TimeoutError, OSError, ValueError, EOFError) as error:
        raise UnreadableFileError(Trouble.UNREACHABLE, f"{address} ({error})") from error


def _kept(body: object, folder: Path) -> Path:
    size, limit = 0, time.monotonic() + MOST_SECONDS
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        while chunk := body.read(CHUNK):
            size += len(chunk)
            if size > MOST_BYTES:
                raise UnreadableFileError(Trouble.TOO_BIG, str(MOST_BYTES // 1_000_000))
            if time.monotonic() > limit:
                raise TimeoutError(MOST_SECONDS)
            file.write(chunk)
    return Path(file.name)
