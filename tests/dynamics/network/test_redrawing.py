"""The drawing of the network follows what changes the directory."""

import pytest

from dynamics.directory.upkeep import merging
from dynamics.network import drawing
from search import rebuilding
from search.engines import current_engine
from tests.factories import make_dynamic, make_tie

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("directory")]


def test_two_records_that_become_one_are_one_point(
    client, animator, django_capture_on_commit_callbacks
):
    kept, gone = make_dynamic("Le fil"), make_dynamic("Le Fil bis")
    make_tie(gone, make_dynamic("Un tiers"), confirmed="team")
    drawing.refresh()

    with django_capture_on_commit_callbacks(execute=True):
        merging.merge(kept, gone, by=animator)

    assert drawing.refresh() == 0
    rebuilding.rebuild(current_engine())
    labels = client.get("/dynamiques/reseau.json").json()["labels"]
    assert sorted(labels) == ["Le fil", "Un tiers"]
