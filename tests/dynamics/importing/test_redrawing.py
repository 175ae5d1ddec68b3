"""The drawing of the network follows what an import brings, and what is taken back."""

import pytest

from django.db import connection

from dynamics.directory.models import Dynamic
from dynamics.importing import actions
from dynamics.importing.models import ImportRun
from dynamics.network import drawing
from search import rebuilding
from search.engines import current_engine
from tests.factories import make_dynamic, make_tie

pytestmark = pytest.mark.django_db


@pytest.fixture
def drawn(bring, file):
    """An imported record, tied to another one, which is tied to a third; all of it drawn and committed."""
    bring(file("id;nom;commune\n1;La Forge;Lille\n"), "--circle", "charter")
    kept = make_dynamic("Le fil")
    make_tie(kept, Dynamic.objects.get(name="La Forge"), confirmed="team")
    make_tie(kept, make_dynamic("Un tiers"), confirmed="team")
    drawing.refresh()
    # The test never commits: what was asked for until now would stay asked for.
    connection.run_on_commit.clear()


def labels(client):
    rebuilding.rebuild(current_engine())
    return sorted(client.get("/dynamiques/reseau.json").json()["labels"])


@pytest.mark.usefixtures("drawn")
def test_what_an_import_changes_and_what_is_taken_back_are_drawn_again(
    bring, file, client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        bring(file("id;nom;commune\n1;La Forge neuve;Lille\n"), "--circle", "charter")

    assert drawing.refresh() == 0
    assert labels(client) == ["La Forge neuve", "Le fil", "Un tiers"]

    connection.run_on_commit.clear()
    with django_capture_on_commit_callbacks(execute=True):
        actions.undo(ImportRun.objects.latest("pk"), by=None)

    assert drawing.refresh() == 0
    assert labels(client) == ["La Forge", "Le fil", "Un tiers"]
