"""`make bench`: what pages cost, as ratios, in one table. The content is the portal's own, in a throw-away database."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.core.management import call_command
from django.test import Client
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


def main() -> int:
    """Print the table; return 1 when a goal is missed."""
    with portal_with_content():
        # Only now can models be imported.
        from tests.bench import pages  # noqa: PLC0415

        print(pages.HEADER)
        missed = [
            page.name
            for page in pages.PAGES
            if not pages.report(page, pages.cost(page, Client(HTTP_HOST="localhost")))
        ]
        print(pages.LEGEND)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
