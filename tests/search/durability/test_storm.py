"""Whatever dies, no change is lost. `make bench ARGS=durability` does the same with ten thousand changes."""

from pathlib import Path

import pytest

from tests.search.durability.raising import Strength, is_lossless, raise_storm

pytestmark = pytest.mark.django_db


def test_workers_and_rebuilds_killed_in_the_middle_lose_no_change(tmp_path: Path) -> None:
    left = raise_storm(tmp_path, Strength(changes=400, kills=6, rebuilds=2))

    assert left["killed"] >= 6
    assert left["killed_rebuilds"] >= 2
    assert left["documents"] > 50
    assert is_lossless(left), left


def test_nor_do_they_with_a_server(tmp_path: Path, search_url: str) -> None:
    left = raise_storm(tmp_path, Strength(changes=200, kills=3, rebuilds=1), search_url=search_url)

    assert left["engine"] == "elasticsearch"
    assert left["killed"] >= 3
    assert is_lossless(left), left
