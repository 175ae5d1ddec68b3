"""What animators type to guide search, and what they are told when it makes no sense."""

from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from search.engines import current_engine
from search.models import PromotedResult, SynonymRule
from search.viewsets import PromotedResultViewSet, SynonymRuleViewSet
from tests.search.builders import fill, make_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]
PROMOTED = {"questions": "débat", "address": "/method:1/", "why": "Pour commencer."}


@pytest.fixture(autouse=True)
def index(settings: Settings, tmp_path: Path) -> None:
    settings.SEARCH_DIR = tmp_path / "search"
    many = [make_document(f"Page {number}", uid=f"page:{number}", kind="page") for number in "123"]
    fill(current_engine(), [make_document("Débat mouvant", uid="method:1"), *many])


def rule_form(rule: str) -> Any:
    return SynonymRuleViewSet().get_edit_handler().get_form_class()({"rule": rule, "note": ""})


def promotion_form(**changes: str) -> Any:
    form_class = PromotedResultViewSet().get_edit_handler().get_form_class()
    return form_class(PROMOTED | changes)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("SCIC,société coopérative", "SCIC, société coopérative"),
        ("  recyclerie ;  ressourcerie ; ", "recyclerie, ressourcerie"),
        ("jardin partagé → agriculture urbaine", "jardin partagé => agriculture urbaine"),
        ("a1, b2 -> c3", "a1, b2 => c3"),
    ],
)
def test_a_rule_is_always_written_the_same_way(typed: str, kept: str) -> None:
    form = rule_form(typed)

    assert form.is_valid(), form.errors
    assert form.save().rule == kept


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("", "requis"),
        (" , ; ", "deux mots"),
        ("recyclerie", "deux mots"),
        ("=> recyclerie", "deux côtés"),
        ("recyclerie =>", "deux côtés"),
        ("un => deux => trois", "Une seule flèche"),
        ("tiers-lieu, Tiers lieux", "déjà"),
        ("recyclerie => recycleries", "déjà"),
        ("recyclerie, le", "trop courant"),
        ("recyclerie, ?!", "trop courant"),
        (", ".join(f"mot{number}" for number in range(13)), "12"),
        (f"recyclerie, {'mot ' * 9}", "trop long"),
        ("x" * 301, "300"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused_in_plain_words(typed: str, complaint: str) -> None:
    form = rule_form(typed)

    assert not form.is_valid()
    assert complaint in str(form.errors["rule"])


def test_the_same_rule_is_not_written_twice() -> None:
    SynonymRule.objects.create(rule="recyclerie, ressourcerie")

    assert not rule_form("recyclerie,ressourcerie").is_valid()


@pytest.mark.parametrize(
    "address", ["/method:1/", "/method:1", "http://testserver/method:1/", " /page:2/ "]
)
def test_a_result_is_chosen_by_its_address(address: str) -> None:
    form = promotion_form(address=address)

    assert form.is_valid(), form.errors
    chosen = form.save()
    assert chosen.address == f"/{chosen.uid}/"
    assert chosen.title in {"Débat mouvant", "Page 2"}


@pytest.mark.parametrize(
    "address",
    ["/nulle-part/", "https://ailleurs.example/method:1/", "method:1", "javascript:alert(1)", "/"],
)
def test_what_visitors_cannot_find_is_not_chosen(address: str) -> None:
    form = promotion_form(address=address)

    assert not form.is_valid()
    assert "Aucun contenu publié" in str(form.errors["address"])


@pytest.mark.parametrize(
    ("questions", "complaint"),
    [
        ("", "requis"),
        ("\n \n", "requis"),
        ("le la", "trop courant"),
        ("\n".join(f"question {number}" for number in range(21)), "20"),
        ("mot " * 80, "trop long"),
    ],
)
def test_questions_that_make_no_sense_are_refused(questions: str, complaint: str) -> None:
    form = promotion_form(questions=questions)

    assert not form.is_valid()
    assert complaint in str(form.errors["questions"])


def test_wordings_are_kept_one_a_line() -> None:
    form = promotion_form(questions=" débat  mouvant\r\n\r\ndébat mouvant\nforum ")

    assert form.is_valid(), form.errors
    assert form.save().wordings == ["débat mouvant", "forum"]


def test_days_come_in_their_order() -> None:
    form = promotion_form(starts_on="2026-02-01", ends_on="2026-01-01")

    assert not form.is_valid()
    assert "avant le premier" in str(form.errors)
    assert promotion_form(starts_on="2026-02-01", ends_on="2026-02-01").is_valid()


def test_a_choice_is_named_by_its_first_question() -> None:
    chosen = PromotedResult(questions="débat\nforum", title="Débat mouvant")

    assert str(chosen) == "débat → Débat mouvant"
