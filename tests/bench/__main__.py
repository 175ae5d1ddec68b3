"""`make bench`: what things cost, as ratios, in one run: `python -m tests.bench [section…]`. The content is the portal's own, in a throw-away database."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import django
from django.core.management import call_command
from django.test.utils import setup_databases, setup_test_environment, teardown_databases


@contextmanager
def portal_with_content() -> Iterator[None]:
    """Set a portal up in a test database, with everything that `fixtures/` holds."""
    django.setup()
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    print("Loading the content…", file=sys.stderr, flush=True)
    call_command("load_content", stdout=io.StringIO())
    yield
    teardown_databases(databases, verbosity=0)


# Each section is a module of this folder whose `run()` prints its table and names the goals it missed.
SECTIONS = (
    "pages",
    "search",
    "publishing",
    "durability",
    "exports",
    "network",
    "importing",
    "directory",
)


def main(asked: list[str]) -> int:
    """Print the tables asked for, all of them when none is; return 1 when a goal is missed."""
    missed = []
    with portal_with_content():
        for section in asked or SECTIONS:
            print(f"\n{section}", flush=True)
            # Only now can models be imported.
            missed += import_module(f"tests.bench.{section}").run()
    print(f"\nMissed: {', '.join(missed)}" if missed else "\nEvery goal is met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
