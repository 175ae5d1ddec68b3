"""A real portal to browse: the demo's own preparation, served by gunicorn, kept ready between runs."""

import fcntl
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("portal", "dynamics", "toolbox", "search", "fixtures")
WATCHED = {".py", ".md", ".toml", ".csv", ".po"}
KEPT = Path(tempfile.gettempdir()) / "maillage-sites"
KEPT_FOR = 24 * 3600  # seconds
PATIENCE = 180  # seconds to start, on a slow machine


@dataclass(frozen=True)
class Site:
    """A portal that answers, and where it says what goes wrong."""

    address: str
    log: Path

    def said_since(self, offset: int) -> str:
        """Return what the server wrote after this many bytes."""
        return self.log.read_bytes()[offset:].decode(errors="replace")


def fingerprint() -> str:
    """Return what changes whenever the site must be prepared again."""
    digest = hashlib.sha256()
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*")):
            if path.suffix in WATCHED:
                digest.update(str(path.relative_to(ROOT)).encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(data: Path, port: int) -> dict[str, str]:
    """Return the environment of a demo on its own data: SQLite, no broker."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "SEARCH_URL", "CELERY_BROKER_URL"}
    }
    return kept | {
        "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
        "DATA_DIR": str(data),
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "PYTHONPATH": str(ROOT),
    }


def manage(*arguments: str) -> list[str]:
    return [sys.executable, "manage.py", *arguments]


def prepared_data() -> Path:
    """Return the data of a demo, built once; whoever comes meanwhile waits for the first one.

    Raises:
        RuntimeError: the preparation failed; what it said is in the message.
    """
    data = KEPT / fingerprint()
    KEPT.mkdir(exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        forget_old_sites()
        if not data.exists():
            prepare(data)
        os.utime(data)
    return data


def forget_old_sites() -> None:
    """Remove what nobody has served for a day."""
    for data in KEPT.iterdir():
        if data.is_dir() and time.time() - data.stat().st_mtime > KEPT_FOR:
            shutil.rmtree(data, ignore_errors=True)


def prepare(data: Path) -> None:
    """Build the data beside their place, and put them there once they are whole."""
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        draft = Path(folder) / "data"
        draft.mkdir()
        outcome = subprocess.run(
            manage("demo", "--no-server"),
            cwd=ROOT,
            env=environment(draft, free_port()),
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if outcome.returncode:
            msg = f"The site could not be prepared:\n{outcome.stdout[-4000:]}"
            raise RuntimeError(msg)
        draft.rename(data)


@contextmanager
def running_site() -> Iterator[Site]:
    """Serve a fresh copy of the demo."""
    with tempfile.TemporaryDirectory(prefix="maillage-browser-") as folder:
        data = Path(folder) / "data"
        shutil.copytree(prepared_data(), data)
        with served(data, free_port()) as site:
            yield site


@contextmanager
def served(data: Path, port: int) -> Iterator[Site]:
    """Run the demo's server on its data until the block ends."""
    site = Site(f"http://127.0.0.1:{port}", data / "server.log")
    with site.log.open("w") as log:
        process = subprocess.Popen(
            manage("demo"), cwd=ROOT, env=environment(data, port), stdout=log, stderr=log
        )
        try:
            wait_until_answers(site, process)
            yield site
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_until_answers(site: Site, process: subprocess.Popen) -> None:
    """Return once the home page answers.

    Raises:
        RuntimeError: the server stopped, or took too long; its log is in the message.
    """
    started = time.monotonic()
    while time.monotonic() - started < PATIENCE and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{site.address}/", timeout=5):
                return
        except urllib.error.HTTPError:
            break
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    msg = f"The site did not start:\n{site.said_since(0)[-4000:]}"
    raise RuntimeError(msg)
