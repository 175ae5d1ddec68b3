"""Counting questions: exactly, briefly, and without ever getting in anybody's way."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from django.db import OperationalError
from django.utils import timezone

from search import actions, tasks
from search.asked import Question
from search.models import AskedQuestion

pytestmark = pytest.mark.django_db
SCIC = Question("scic", "scic")


def rows() -> list[tuple[str, int, int]]:
    return list(AskedQuestion.objects.values_list("words", "asked", "unanswered"))


def test_each_asking_adds_one() -> None:
    for is_answered in (True, False, True):
        assert actions.count_question(SCIC, is_answered=is_answered)

    assert rows() == [("scic", 3, 1)]


def test_months_are_counted_apart() -> None:
    AskedQuestion.objects.create(key="scic", words="scic", month=date(2020, 1, 1), asked=9)
    actions.count_question(SCIC, is_answered=True)

    month = timezone.localdate().replace(day=1)
    assert AskedQuestion.objects.get(month=month).asked == 1


def test_a_question_asked_again_costs_one_statement(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    actions.count_question(SCIC, is_answered=True)
    actions.count_question(SCIC, is_answered=True)

    with django_assert_max_num_queries(5):  # two settings on SQLite, a savepoint and its end
        actions.count_question(SCIC, is_answered=True)


def test_a_month_holds_so_many_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_A_MONTH", 1)
    actions.count_question(SCIC, is_answered=True)

    assert not actions.count_question(Question("autre", "autre"), is_answered=True)
    assert actions.count_question(SCIC, is_answered=True)
    assert rows() == [("scic", 2, 0)]


def test_a_database_that_is_busy_only_loses_the_count(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_arguments: object, **_options: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(actions, "_counted", locked)

    assert not actions.count_question(SCIC, is_answered=True)


def test_questions_are_forgotten_after_twelve_months() -> None:
    today = timezone.localdate()
    kept = actions.first_month(12, today=today)
    old = actions.first_month(13, today=today)
    for month in (kept, old):
        AskedQuestion.objects.create(key="scic", words="scic", month=month, asked=1)

    assert tasks.forget_old_questions.run() == 1
    assert [row.month for row in AskedQuestion.objects.all()] == [kept]


def test_without_a_worker_the_first_question_of_a_month_forgets_the_old_ones() -> None:
    AskedQuestion.objects.create(key="old", words="old", month=date(2020, 1, 1), asked=1)

    actions.count_question(SCIC, is_answered=True)

    assert rows() == [("scic", 1, 0)]
