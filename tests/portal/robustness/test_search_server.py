"""Without its search server the portal goes on: people read, editors publish, and search catches up later."""

import time
from collections.abc import Iterator

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from django.test import Client

from portal.home.models import HomePage
from search import draining, rebuilding
from search.engines.elastic import ElasticEngine
from search.models import PendingChange
from search.queries import find
from search.request import SearchRequest
from tests.factories import make_dynamic, make_method
from tests.search.conftest import elastic_engine
from tests.search.elastic.interference import GARBAGE, Interference

# Seconds: the patience of one question, and what a busy machine adds to a page.
PATIENCE = 4.0
PAGES = ("/", "/recherche/?q=arpentage", "/dynamiques/", "/outils/", "/outils/forum-ouvert/")
NOTICE = "La recherche ne répond pas pour le moment"


@pytest.fixture
def server(
    search_url: str, home: HomePage, directory: object, referential: object
) -> Iterator[ElasticEngine]:
    """A real server that has indexed a method and a dynamic, patiently asked."""
    make_method("Forum ouvert")
    make_dynamic("Eusko")
    with elastic_engine(search_url) as engine:
        rebuilding.rebuild(engine)
        PendingChange.objects.all().delete()
        yield engine


@pytest.fixture
def line(search_url: str, server: ElasticEngine, settings: Settings) -> Iterator[Interference]:
    """The line the portal has to that server; all goes through at first."""
    with Interference(search_url) as interference:
        settings.SEARCH_URL = interference.url
        settings.SEARCH_PREFIX = server.prefix
        yield interference


def spoil(line: Interference, how: str) -> None:
    line.delay = 5.0 if how == "slow" else 0.0
    line.is_cut = how == "cut"
    line.instead = GARBAGE if how == "garbage" else b""


def is_found(words: str, engine: ElasticEngine) -> bool:
    return find(SearchRequest(words, is_verbatim=True), engine).total > 0


@pytest.mark.django_db
@pytest.mark.parametrize("how", ["slow", "cut", "garbage"])
@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_in_time(
    client: Client, line: Interference, how: str, address: str
) -> None:
    spoil(line, how)

    started = time.monotonic()
    response = client.get(address)

    assert time.monotonic() - started < PATIENCE
    assert response.status_code == 200
    if "forum-ouvert" not in address and address != "/":
        assert NOTICE in response.content.decode()


@pytest.mark.django_db
@pytest.mark.logs_errors
def test_other_sites_are_told_that_there_is_no_answer(client: Client, line: Interference) -> None:
    spoil(line, "cut")

    response = client.get("/api/v1/search", {"q": "forum"})

    assert response.status_code == 503
    assert NOTICE in response.json()["detail"]


@pytest.mark.django_db
@pytest.mark.parametrize("how", ["slow", "cut", "garbage"])
def test_publishing_goes_on_and_nothing_is_lost(
    client: Client,
    line: Interference,
    server: ElasticEngine,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    how: str,
) -> None:
    spoil(line, how)
    started = time.monotonic()
    with django_capture_on_commit_callbacks(execute=True):
        method = make_method("Arpentage collectif")

    assert time.monotonic() - started < PATIENCE
    assert client.get("/outils/arpentage-collectif/").status_code == 200
    assert not is_found("arpentage", server)
    assert PendingChange.objects.filter(uid=f"method:{method.pk}").exists()

    line.heal()
    draining.drain(server)

    assert is_found("arpentage", server)
    assert not PendingChange.objects.exists()


@pytest.mark.django_db
@pytest.mark.logs_errors
def test_whoever_watches_is_told_which_engine_is_away(client: Client, line: Interference) -> None:
    spoil(line, "cut")

    response = client.get("/sante/")

    assert response.status_code == 503
    assert response.json()["search"] == "down"
    assert response.json()["search_engine"] == "elasticsearch"


@pytest.mark.django_db
def test_a_server_that_answers_serves_the_portal(
    client: Client, line: Interference, server: ElasticEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    patient = line.engine_like(server, patience=30.0)
    monkeypatch.setattr("search.queries.current_engine", lambda: patient)

    page = client.get("/recherche/", {"q": "forums ouverts"}).content.decode()

    assert 'href="/outils/forum-ouvert/"' in page
