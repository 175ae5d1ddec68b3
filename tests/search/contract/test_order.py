"""The order of results and their pages, whatever the engine."""

from datetime import UTC, datetime

import pytest

from search.request import MAX_WINDOW, Sort
from tests.search.builders import make_document
from tests.search.conftest import Ask, Hold


def titles(results: object) -> list[str]:
    return [hit.title for hit in results.hits]


def test_titles_are_sorted_as_in_a_dictionary(hold: Hold, ask: Ask) -> None:
    hold(*(make_document(title) for title in ("Zèbre", "éolien", "Eau", "énergie", "Abeille")))

    assert titles(ask(sort=Sort.TITLE)) == ["Abeille", "Eau", "énergie", "éolien", "Zèbre"]


def test_without_words_the_order_is_alphabetical(hold: Hold, ask: Ask) -> None:
    hold(make_document("B"), make_document("A"))

    assert titles(ask()) == ["A", "B"]


def test_the_latest_updates_come_first_and_what_has_no_date_last(hold: Hold, ask: Ask) -> None:
    hold(
        make_document("Never"),
        make_document("Old", updated_at=datetime(2020, 1, 1, tzinfo=UTC)),
        make_document("New", updated_at=datetime(2026, 1, 1, 12, 0, 1, tzinfo=UTC)),
        make_document("Just before", updated_at=datetime(2026, 1, 1, 12, 0, 0, tzinfo=UTC)),
    )

    assert titles(ask(sort=Sort.RECENT)) == ["New", "Just before", "Old", "Never"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort.OLDEST, ["A 1995", "B 1995", "A 2013", "A undated"]),
        (Sort.NEWEST, ["A 2013", "A 1995", "B 1995", "A undated"]),
    ],
)
def test_years_sort_both_ways_then_titles_and_what_has_no_year_is_last(
    hold: Hold, ask: Ask, sort: Sort, expected: list[str]
) -> None:
    hold(
        make_document("A 2013", year=2013),
        make_document("B 1995", year=1995),
        make_document("A undated"),
        make_document("A 1995", year=1995),
    )

    assert titles(ask(sort=sort)) == expected


def test_another_order_than_relevance_wants_every_word(hold: Hold, ask: Ask) -> None:
    hold(
        make_document("Association locale"),
        make_document("Monnaie locale"),
        make_document("Monnaie citoyenne et locale"),
    )

    assert titles(ask("monnaie locale", sort=Sort.TITLE)) == [
        "Monnaie citoyenne et locale",
        "Monnaie locale",
    ]


def test_another_order_is_content_with_one_word_when_nothing_has_all(hold: Hold, ask: Ask) -> None:
    hold(make_document("Monnaie"), make_document("Locale"), make_document("Débat"))

    assert titles(ask("monnaie locale", sort=Sort.TITLE)) == ["Locale", "Monnaie"]


def test_pages_follow_one_another_without_gap_nor_repetition(hold: Hold, ask: Ask) -> None:
    hold(*(make_document(f"Forum {number:02}") for number in range(25)))

    for sort in (Sort.RELEVANCE, Sort.TITLE, Sort.RECENT, Sort.OLDEST):
        pages = [ask("forum", sort=sort, page=page, per_page=10) for page in (1, 2, 3)]
        seen = [uid for page in pages for uid in page.uids]
        assert [len(page.uids) for page in pages] == [10, 10, 5]
        assert len(set(seen)) == 25
        assert {(page.total, page.pages) for page in pages} == {(25, 3)}


@pytest.mark.parametrize("page", [4, 10**9, 10**30])
def test_past_the_last_page_comes_the_last_one(hold: Hold, ask: Ask, page: int) -> None:
    hold(*(make_document(f"Forum {number}") for number in range(25)))

    results = ask("forum", page=page, per_page=10)

    assert results.page == 3
    assert len(results.uids) == 5


@pytest.mark.parametrize("page", [0, -1, -(10**9)])
def test_before_the_first_page_comes_the_first_one(hold: Hold, ask: Ask, page: int) -> None:
    hold(make_document("Forum"))

    assert ask("forum", page=page).page == 1


def test_a_list_may_ask_for_everything_at_once(hold: Hold, ask: Ask) -> None:
    hold(*(make_document(f"Forum {number}") for number in range(30)))

    assert len(ask(per_page=MAX_WINDOW).uids) == 30
    assert len(ask(per_page=10**9).uids) == 30


def test_keys_come_back_in_order_for_the_lists_of_other_rooms(hold: Hold, ask: Ask) -> None:
    hold(make_document("B", uid="method:7"), make_document("A", uid="method:12"))

    assert ask(kinds=("method",), sort=Sort.TITLE).primary_keys == ("12", "7")
