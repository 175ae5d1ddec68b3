import pytest

from django.db import OperationalError
from django.urls import reverse

from search.engines.base import EngineUnavailableError
from search.models import PendingChange


@pytest.fixture
def engine(monkeypatch):
    """An engine that answers, unless it is told to break."""

    class Engine:
        name = "embedded"
        is_broken = False

        def count(self, _query):
            if self.is_broken:
                raise EngineUnavailableError("http://elastic:secret@search:9200 refused")
            return 0

    fake = Engine()
    monkeypatch.setattr("portal.home.health.current_engine", lambda: fake)
    return fake


@pytest.mark.django_db
def test_all_is_well(client, engine):
    response = client.get("/sante/")

    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "database": "ok",
        "search": "ok",
        "broker": "in process",
        "search_engine": "embedded",
        "pending_index_changes": 0,
        "oldest_pending_seconds": 0,
    }
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_changes_that_wait_are_counted(client, engine):
    PendingChange.objects.create(uid="dynamic:1")
    PendingChange.objects.create(uid="dynamic:2", is_indexed=True)

    assert client.get("/sante/").json()["pending_index_changes"] == 1


@pytest.mark.logs_errors
@pytest.mark.django_db
def test_a_search_engine_that_is_away_is_told_without_its_password(client, engine):
    engine.is_broken = True

    response = client.get(reverse("health"))

    assert response.status_code == 503
    assert response.json()["search"] == "down"
    assert "secret" not in response.content.decode()


@pytest.mark.logs_errors
@pytest.mark.django_db
def test_a_broker_that_is_away_is_told(client, engine, settings):
    settings.CELERY_TASK_ALWAYS_EAGER = False
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"

    response = client.get("/sante/")

    assert response.status_code == 503
    assert response.json()["broker"] == "down"


@pytest.mark.logs_errors
def test_a_database_that_is_away_is_told(client, engine, monkeypatch):
    def refused():
        raise OperationalError("no route to host")

    monkeypatch.setattr("portal.home.health.connection.cursor", refused)
    response = client.get("/sante/")

    assert response.status_code == 503
    assert response.json() == {
        "status": "down",
        "database": "down",
        "search": "ok",
        "broker": "in process",
        "search_engine": "embedded",
    }
