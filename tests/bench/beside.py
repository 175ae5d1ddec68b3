"""A portal beside this one, with so many records: to compare two sizes in turns, while the machine's speed drifts.

It runs in a process of its own, with its own database and index, and tells the processor time of what it is asked.
"""

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment

from tests.bench import synthetic
from tests.bench.ratio import timed

RUNS = 6
READY = "ready"
# The test environment is not for a module that is only imported.
PROGRAM = "import sys, django; django.setup(); from tests.bench.beside import serve; serve(int(sys.argv[1]))"

Cost = Callable[[str], float]


def cost(client: Client, address: str) -> float:
    """Return the median processor time of an answer, in seconds."""
    assert client.get(address).status_code == HTTPStatus.OK, address
    return timed(lambda: client.get(address), RUNS)


@contextmanager
def portal_beside(count: int) -> Iterator[Cost]:
    """Start a portal with `count` synthetic records; yield what tells what an address costs it, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{Path(folder) / 'bench.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        }
        with subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(count)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as portal:
            assert portal.stdin
            assert portal.stdout
            assert portal.stdout.readline().strip() == READY, "the portal beside did not start"

            def told(address: str) -> float:
                print(address, file=portal.stdin, flush=True)
                return float(portal.stdout.readline())

            yield told
            portal.stdin.close()


def serve(count: int) -> None:
    """Be that portal: an address on each line of the input, its cost on each line of the output."""
    setup_test_environment()
    call_command("migrate", verbosity=0)
    call_command("load_content", stdout=io.StringIO())
    synthetic.make_records(count)
    synthetic.index_everything()
    client = Client(HTTP_HOST="localhost")
    print(READY, flush=True)
    for line in sys.stdin:
        print(cost(client, line.strip()), flush=True)
