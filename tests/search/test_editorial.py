"""What animators decide is true at the next question, without a new index."""

from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from search import editorial, trials
from search.engines import current_engine
from search.models import PromotedResult, SynonymRule
from search.queries import find
from search.request import Results, SearchRequest
from tests.search.builders import fill, make_document

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def index(settings: Settings, tmp_path: Path) -> None:
    settings.SEARCH_DIR = tmp_path / "search"
    editorial.register()
    fill(
        current_engine(),
        [
            make_document("Recyclerie", uid="method:1"),
            make_document("Ressourcerie", uid="method:2"),
            make_document("Comptabilité", uid="method:3"),
        ],
    )


def ask(terms: str) -> Results:
    return find(SearchRequest(terms))


def test_a_rule_is_true_at_once_and_no_more_once_it_is_gone() -> None:
    assert ask("ressourcerie").uids == ("method:2",)

    rule = SynonymRule.objects.create(rule="recyclerie, ressourcerie")
    assert ask("ressourcerie").uids == ("method:2", "method:1")
    assert ask("recycleries").uids == ("method:1", "method:2")

    rule.rule = "recyclerie => ressourcerie"
    rule.save()
    assert ask("ressourcerie").uids == ("method:2",)
    assert ask("recyclerie").uids == ("method:1", "method:2")

    rule.delete()
    assert ask("recyclerie").uids == ("method:1",)


def test_a_promotion_is_true_at_once_and_no_more_once_it_is_gone() -> None:
    chosen = PromotedResult.objects.create(
        questions="recyclerie\nréparer des objets", address="/x/", uid="method:3", why="Pour voir."
    )

    assert ask("recyclerie").uids == ("method:3", "method:1")
    assert ask("réparer les objets").uids == ("method:3",)
    chosen.delete()
    assert ask("recyclerie").uids == ("method:1",)


def test_what_animators_decided_costs_two_light_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    SynonymRule.objects.create(rule="recyclerie, ressourcerie")
    ask("recyclerie")

    with django_assert_max_num_queries(2):
        ask("recyclerie comptabilité")


def test_a_rule_shows_what_it_changes_before_it_is_saved() -> None:
    rule = SynonymRule(rule="ressourcerie => recyclerie")

    (effect,) = trials.effects(rule)

    assert (effect.question, effect.before, effect.after) == ("ressourcerie", 1, 2)
    assert effect.new == {"method:1"}
    assert ask("ressourcerie").total == 1


def test_a_rule_that_is_edited_is_compared_with_no_rule_at_all() -> None:
    rule = SynonymRule.objects.create(rule="recyclerie, ressourcerie")
    rule.rule = "recyclerie, comptabilité"

    first, _second = trials.effects(rule)

    assert (first.before, first.after, first.new) == (1, 2, {"method:3"})
