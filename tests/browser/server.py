"""A real portal to browse: the demo's own preparation, served by gunicorn, kept ready between runs."""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("portal", "dynamics", "toolbox", "search", "fixtures")
WATCHED = {".py", ".md", ".toml", ".csv", ".po"}
PATIENCE = 180  # seconds to prepare and start, on a slow machine


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


def prepare(template: Path, port: int) -> None:
    """Build the data of a demo once; the next runs copy it."""
    if (template / "ready").exists():
        return
    shutil.rmtree(template, ignore_errors=True)
    template.mkdir(parents=True)
    subprocess.run(
        [sys.executable, "manage.py", "demo", "--no-server"],
        cwd=ROOT,
        env=environment(template, port),
        check=True,
        capture_output=True,
        text=True,
    )
    (template / "ready").touch()


@contextmanager
def running_site() -> Iterator[str]:
    """Serve a fresh copy of the demo; yield its address."""
    port = free_port()
    template = Path(tempfile.gettempdir()) / f"maillage-site-{fingerprint()}"
    prepare(template, port)
    with tempfile.TemporaryDirectory(prefix="maillage-browser-") as folder:
        data = Path(folder) / "data"
        shutil.copytree(template, data)
        with served(data, port) as address:
            yield address


@contextmanager
def served(data: Path, port: int) -> Iterator[str]:
    """Run the demo's server on its data until the block ends."""
    address = f"http://127.0.0.1:{port}"
    with (data / "server.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "demo"],
            cwd=ROOT,
            env=environment(data, port),
            stdout=log,
            stderr=log,
        )
        try:
            wait_until_answers(f"{address}/", process, data / "server.log")
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_until_answers(address: str, process: subprocess.Popen, log: Path) -> None:
    """Return once the address answers.

    Raises:
        RuntimeError: the server stopped, or took too long; its log is in the message.
    """
    for _attempt in range(PATIENCE * 5):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            try:
                process.wait(timeout=0.2)
            except subprocess.TimeoutExpired:
                continue
    msg = f"The site did not start:\n{log.read_text()[-4000:]}"
    raise RuntimeError(msg)
