"""Everything between a fresh clone and a portal one can browse, step by step."""

import errno
import hashlib
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.core.translations import compile_catalogues
from portal.home.demo_accounts import PASSWORD, ROLES, create_demo_accounts

WORKERS = 2
THREADS = 4
LAST_PORT = 65_535


class Command(BaseCommand):
    help = "Prepare the portal with its content, then serve it on this machine."

    def add_arguments(self, parser: CommandParser) -> None:
        # Read like what is typed, so that a PORT that is no number is told the same way.
        parser.add_argument("--port", type=int, default=os.environ.get("PORT", "8000"))
        parser.add_argument("--no-server", action="store_true", help="prepare only")

    def handle(self, *, port: int, no_server: bool, **options: object) -> None:
        if not no_server:
            refuse_busy_port(port)
        for name, prepare in self.preparations():
            with self.timed(name):
                prepare()
        if not no_server:
            self.announce(port)
            serve(port)

    def preparations(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Yield what must be ready before the first page, in order."""
        yield "translations", compile_catalogues
        yield "database", lambda: call_command("migrate", verbosity=0)
        yield "content", lambda: call_command("load_content", stdout=self.stdout)
        yield "demo accounts", create_demo_accounts
        yield (
            "search index",
            lambda: call_command("search_rebuild", "--if-missing", stdout=self.stdout),
        )
        yield "static files", collect_static_if_needed

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Say what is being done, and how long it took."""
        self.stdout.write(f"▸ {name}…")
        started = time.monotonic()
        yield
        self.stdout.write(f"  done in {time.monotonic() - started:.1f} s")

    def announce(self, port: int) -> None:
        """Say where the portal is and who can sign in."""
        self.stdout.write(f"\nMaillage is at http://127.0.0.1:{port}/ (Ctrl-C stops it)")
        self.stdout.write(f"Sign in at http://127.0.0.1:{port}/admin/ with « {PASSWORD} » as:")
        for role in ROLES:
            self.stdout.write(f"  {role.email:<26} {role.label}")
        self.stdout.write("")
        sys.stdout.flush()


def refuse_busy_port(port: int) -> None:
    """Say now, not after the preparations, that nothing can be served there.

    Raises:
        CommandError: the port is taken, or is none one may use.
    """
    if not 0 < port <= LAST_PORT:
        msg = f"Port {port} does not exist. Choose one up to {LAST_PORT}: make demo PORT=8001"
        raise CommandError(msg)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            is_taken = error.errno == errno.EADDRINUSE
            why = "is taken" if is_taken else f"cannot be used ({error.strerror})"
            other = port + 1 if is_taken and port < LAST_PORT else 8001
            msg = f"Port {port} {why}. Choose another one: make demo PORT={other}"
            raise CommandError(msg) from error


def static_fingerprint() -> str:
    """Return what changes whenever static files must be collected again."""
    digest = hashlib.sha256((settings.BASE_DIR / "requirements.txt").read_bytes())
    for path in sorted(Path(settings.BASE_DIR / "portal" / "static").rglob("*")):
        if path.is_file():
            digest.update(f"{path.name}{path.stat().st_size}{path.stat().st_mtime_ns}".encode())
    return digest.hexdigest()


def collect_static_if_needed() -> None:
    """Collect and compress static files, unless that was done for these very files."""
    stamp = Path(settings.STATIC_ROOT) / ".fingerprint"
    fingerprint = static_fingerprint()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == fingerprint:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(fingerprint, encoding="utf-8")


def serve(port: int) -> None:
    """Become the server; only this machine reaches it."""
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "portal.wsgi:application",
        f"--bind=127.0.0.1:{port}",
        f"--workers={WORKERS}",
        f"--threads={THREADS}",
        # An address of any length reaches the portal, which answers with a page in French.
        "--limit-request-line=0",
        "--log-level=warning",
    ]
    os.execv(sys.executable, command)  # noqa: S606 - our own interpreter and arguments
