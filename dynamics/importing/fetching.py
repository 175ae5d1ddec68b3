"""Fetching a file from another platform: by the command only, never for a visitor's address."""

import gzip
import tempfile
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from dynamics.importing.readers.rows import MOST_BYTES, Trouble, UnreadableFileError

# Seconds without any byte, then in all.
PATIENCE = 30
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


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Follows redirects to the web, and nowhere else."""

    def redirect_request(self, *arguments: object) -> urllib.request.Request | None:
        address = str(arguments[-1])
        if not is_address(address):
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
    except (urllib.error.URLError, TimeoutError, OSError, ValueError, EOFError) as error:
        raise UnreadableFileError(Trouble.UNREACHABLE, f"{address} ({error})") from error


def _kept(body: object, folder: Path) -> Path:
    size = 0
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        while chunk := body.read(CHUNK):
            size += len(chunk)
            if size > MOST_BYTES:
                raise UnreadableFileError(Trouble.TOO_BIG, str(MOST_BYTES // 1_000_000))
            file.write(chunk)
    return Path(file.name)
