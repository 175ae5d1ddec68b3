"""Without its broker the portal goes on: people read, editors publish, and search catches up later."""

import time
from collections.abc import Callable

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from django.test import Client

from portal.home import health
from search import draining, rebuilding
from search.engines import current_engine
from search.models import PendingChange
from search.queries import find
from search.request import SearchRequest
from tests.factories import make_method

DEAD = "redis://127.0.0.1:1/0"
# What a silent broker may cost whoever publishes: one answer waited for, and some slack.
PATIENCE = 5.0  # seconds


@pytest.fixture
def index(home: None) -> None:
    """An index with nothing waiting."""
    rebuilding.rebuild(current_engine())
    PendingChange.objects.all().delete()


def is_found(words: str) -> bool:
    return find(SearchRequest(words, is_verbatim=True), current_engine()).total > 0


@pytest.fixture(params=["away", "silent"])
def broken_broker(
    request: pytest.FixtureRequest, with_broker: Callable[[str], None], silent_port: int
) -> str:
    """A broker nobody reaches, then one that takes calls and never answers."""
    url = DEAD if request.param == "away" else f"redis://127.0.0.1:{silent_port}/0"
    with_broker(url)
    return url


@pytest.mark.django_db
@pytest.mark.logs_errors
def test_publishing_goes_on_and_nothing_is_lost(
    index: None,
    broken_broker: str,
    client: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
):
    started = time.monotonic()
    with django_capture_on_commit_callbacks(execute=True):
        method = make_method("Arpentage collectif")
    took = time.monotonic() - started

    assert took < PATIENCE
    assert client.get("/outils/arpentage-collectif/").status_code == 200
    assert client.get("/recherche/", {"q": "arpentage"}).status_code == 200
    assert not is_found("arpentage")
    assert PendingChange.objects.filter(uid=f"method:{method.pk}").exists()

    draining.drain(current_engine())

    assert is_found("arpentage")
    assert not PendingChange.objects.exists()


@pytest.mark.django_db
@pytest.mark.logs_errors
def test_whoever_watches_is_told_without_waiting(
    index: None, broken_broker: str, client: Client, settings: Settings
):
    settings.CELERY_TASK_ALWAYS_EAGER = False
    settings.CELERY_BROKER_URL = broken_broker

    started = time.monotonic()
    response = client.get("/sante/")

    assert time.monotonic() - started < PATIENCE
    assert response.status_code == 503
    assert response.json()["broker"] == "down"


def test_a_broker_that_answers_is_well(broker: str, settings: Settings):
    settings.CELERY_TASK_ALWAYS_EAGER = False
    settings.CELERY_BROKER_URL = broker

    assert health.broker() == "ok"
