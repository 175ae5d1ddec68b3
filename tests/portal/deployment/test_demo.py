"""`make demo`, without make: what it does the second time, and what it says when it cannot."""

import re
import shutil
import socket
from pathlib import Path

import pytest

from django.core.management import CommandError, call_command

from portal.home.management.commands.demo import Command
from tests.browser.server import prepared_data
from tests.portal.deployment.processes import environment, manage


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """The data of a demo that was prepared before, as a copy."""
    return Path(shutil.copytree(prepared_data(), tmp_path / "data"))


def state(data: Path) -> dict[str, int]:
    """Return when each file of the index and of the uploads was written."""
    files = [path for name in ("search", "media") for path in (data / name).rglob("*")]
    written = [path for path in files if path.is_file() and "lock" not in path.name]
    return {str(path.relative_to(data)): path.stat().st_mtime_ns for path in written}


def test_the_second_time_there_is_nothing_left_to_do(prepared):
    before = state(prepared)

    outcome = manage("demo", "--no-server", said=environment("demo", prepared))

    assert outcome.returncode == 0, outcome.stdout
    loaded = dict(re.findall(r"^  ([a-z ]+): (.+)$", outcome.stdout, re.MULTILINE))
    assert len(loaded) >= 10
    assert set(loaded.values()) == {"unchanged"}
    assert "The search index is there." in outcome.stdout
    assert state(prepared) == before


def test_a_taken_port_is_said_before_anything_is_prepared(monkeypatch):
    monkeypatch.setattr(Command, "preparations", lambda _self: pytest.fail("too late"))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CommandError, match=rf"^Port {port} is taken\. Choose another one"):
            call_command("demo", port=port)


@pytest.mark.parametrize("port", [0, -1, 65_536, 99_999])
def test_a_port_that_does_not_exist_is_said(port):
    with pytest.raises(CommandError, match=rf"^Port {port} does not exist\."):
        call_command("demo", port=port)


def test_a_port_that_is_no_number_is_said(monkeypatch):
    monkeypatch.setenv("PORT", "huit-mille")

    with pytest.raises(CommandError, match=r"--port: .*'huit-mille'"):
        call_command("demo")


def test_a_folder_where_nothing_can_be_written_is_said_in_one_sentence():
    outcome = manage("demo", said=environment("demo", Path("/proc/maillage")))

    assert outcome.returncode == 1
    assert outcome.stdout.startswith("DATA_DIR is /proc/maillage, where nothing can be written")
    assert outcome.stdout.count("\n") == 1
