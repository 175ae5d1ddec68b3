"""From the search page to the counts: after the answer, and nothing but the words."""

from pathlib import Path

import pytest
from pytest_django import Settings

from django.db import OperationalError
from django.test import Client

from portal.core.afterwards import AnswerFirst
from search import actions
from search.engines import current_engine
from search.models import AskedQuestion
from tests.search.builders import fill, make_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]

URL = "/recherche/"


@pytest.fixture(autouse=True)
def index(settings: Settings, tmp_path: Path) -> None:
    settings.SEARCH_DIR = tmp_path / "search"
    fill(current_engine(), [make_document("Forum ouvert", uid="method:1")])


def counts() -> list[tuple[str, int, int]]:
    return list(AskedQuestion.objects.values_list("words", "asked", "unanswered"))


def test_a_question_is_counted_with_whether_it_found_something(client: Client) -> None:
    client.get(URL, {"q": "Forum"})
    client.get(URL, {"q": "zzzz"})

    assert sorted(counts()) == [("forum", 1, 0), ("zzzz", 1, 1)]


def test_neither_the_api_nor_completion_nor_a_glance_counts(client: Client) -> None:
    client.get("/api/v1/search", {"q": "forum"})
    client.get("/recherche/completion/", {"q": "forum"})
    client.head(URL, {"q": "forum"})

    assert counts() == []


def test_a_count_that_fails_fails_nobody(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_arguments: object, **_options: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(actions, "_counted", locked)

    assert client.get(URL, {"q": "forum"}).status_code == 200


def test_an_answer_is_written_before_anything_else_is_done() -> None:
    done: list[str] = []
    response = AnswerFirst("page", then=lambda: done.append("counted"))

    assert (response.content, done) == (b"page", [])
    response.close()
    response.close()
    assert done == ["counted"]
