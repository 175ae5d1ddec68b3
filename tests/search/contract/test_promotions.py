"""What animators put first, whatever the engine."""

from datetime import timedelta

from django.utils import timezone

from search import registry
from search.promotions import Promotion, wording
from search.request import Sort
from tests.search.builders import make_document
from tests.search.conftest import Ask, Hold

FORUM = make_document("Forum ouvert", body="débat", facets={"theme": ("coop",)})
DEBATE = make_document("Débat mouvant", body="débat débat", facets={"theme": ("gov",)})
OTHER = make_document("Comptabilité", facets={"theme": ("gov",)})
TODAY = timezone.localdate()


def promote(uid: str, question: str = "débat", **details: object) -> None:
    promotion = Promotion(uid, frozenset({wording(question)}), **details)
    registry.register_promotions(lambda: (promotion,))


def test_what_is_chosen_comes_first_and_says_why(hold: Hold, ask: Ask) -> None:
    hold(FORUM, DEBATE, OTHER)
    promote(FORUM.uid, why="Le plus simple pour commencer.")

    results = ask("débat")

    assert results.uids == (FORUM.uid, DEBATE.uid)
    assert [hit.is_chosen for hit in results.hits] == [True, False]
    assert results.hits[0].why == "Le plus simple pour commencer."


def test_what_no_word_would_find_is_found_and_counted(hold: Hold, ask: Ask) -> None:
    hold(FORUM, DEBATE, OTHER)
    promote(OTHER.uid)

    results = ask("débat", facets=("theme",))

    assert results.uids[0] == OTHER.uid
    assert results.total == 3
    assert [(each.value, each.count) for each in results.facets["theme"].values] == [
        ("gov", 2),
        ("coop", 1),
    ]


def test_several_come_in_their_order(hold: Hold, ask: Ask) -> None:
    hold(FORUM, DEBATE, OTHER)
    promote(OTHER.uid)
    promote(FORUM.uid)

    assert ask("débat").uids == (OTHER.uid, FORUM.uid, DEBATE.uid)


def test_wordings_are_the_same_whatever_their_accents_plurals_and_small_words(
    hold: Hold, ask: Ask
) -> None:
    hold(FORUM, DEBATE, OTHER)
    promote(OTHER.uid, "les débats mouvants")

    assert ask("DEBAT MOUVANT").uids[0] == OTHER.uid
    assert ask("le débat mouvant ?").uids[0] == OTHER.uid
    assert OTHER.uid not in ask("débat").uids
    assert OTHER.uid not in ask("débat mouvant demain").uids


def test_a_corrected_question_is_the_one_that_was_meant(hold: Hold, ask: Ask) -> None:
    hold(FORUM, DEBATE, OTHER, make_document("Financement"))
    promote(OTHER.uid, "financement")

    assert ask("finansement").uids[0] == OTHER.uid


def test_filters_hold_for_what_is_chosen(hold: Hold, ask: Ask) -> None:
    hold(FORUM, DEBATE, OTHER)
    promote(FORUM.uid)

    assert ask("débat", filters={"theme": frozenset({"gov"})}).uids == (DEBATE.uid,)


def test_another_order_is_asked_for_its_own_sake(hold: Hold, ask: Ask) -> None:
    hold(FORUM, DEBATE, OTHER)
    promote(FORUM.uid)

    results = ask("débat", sort=Sort.TITLE)

    assert results.uids == (DEBATE.uid, FORUM.uid)
    assert not any(hit.is_chosen for hit in results.hits)


def test_nothing_is_chosen_out_of_its_season(hold: Hold, ask: Ask) -> None:
    hold(FORUM, DEBATE, OTHER)
    day = timedelta(days=1)
    promote(OTHER.uid, starts_on=TODAY + day)
    promote(OTHER.uid, ends_on=TODAY - day)

    assert OTHER.uid not in ask("débat").uids
    promote(OTHER.uid, starts_on=TODAY, ends_on=TODAY)
    assert ask("débat").uids[0] == OTHER.uid


def test_what_is_gone_or_reserved_is_not_shown(hold: Hold, ask: Ask) -> None:
    reserved = make_document("Réservé", audience="members")
    hold(FORUM, DEBATE, reserved)
    promote("method:gone")
    promote(reserved.uid)

    assert set(ask("débat").uids) == {FORUM.uid, DEBATE.uid}


def test_a_question_of_nothing_but_small_words_may_not_be_chosen_for(hold: Hold, ask: Ask) -> None:
    hold(FORUM)
    promote(FORUM.uid, "le la les")

    assert ask("de la").uids == ()
    assert ask("").hits[0].is_chosen is False
