"""Choices and their counts, whatever the engine."""

import pytest

from search import registry
from search.engines.base import Engine, Query
from search.request import Results
from tests.search.builders import make_document
from tests.search.conftest import Ask, Hold

JURA = make_document(
    "Cluster Jura",
    kind="dynamic",
    uid="dynamic:jura",
    facets={"theme": ("cooperation", "inhabitants"), "phase": ("system",), "region": ("27",)},
)
EUSKO = make_document(
    "Eusko",
    kind="dynamic",
    uid="dynamic:eusko",
    facets={"theme": ("inhabitants",), "phase": ("structuring",), "region": ("75",)},
)
FORUM = make_document(
    "Forum ouvert",
    uid="method:forum",
    facets={"theme": ("cooperation", "cooperation"), "phase": ("structuring",)},
)
BARE = make_document("Glossaire", kind="term", uid="term:bare")
ALL = (JURA, EUSKO, FORUM, BARE)


def counts(results: Results, facet: str) -> dict[str, int]:
    return {value.value: value.count for value in results.facets[facet].values}


def chosen(**filters: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(values.split("|")) for name, values in filters.items()}


def test_values_of_one_facet_add_up(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    results = ask(filters=chosen(phase="system|structuring"))

    assert set(results.uids) == {JURA.uid, EUSKO.uid, FORUM.uid}


def test_facets_restrict_one_another(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    results = ask(filters=chosen(phase="structuring", theme="inhabitants"))

    assert results.uids == (EUSKO.uid,)


def test_kinds_are_a_choice_like_another(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    results = ask(kinds=("term", "method"), facets=("kind",))

    assert set(results.uids) == {FORUM.uid, BARE.uid}
    assert counts(results, "kind") == {"dynamic": 2, "method": 1, "term": 1}


def test_a_document_with_several_values_counts_once_in_each(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    assert counts(ask(facets=("theme",)), "theme") == {"cooperation": 2, "inhabitants": 2}


def test_the_counts_of_a_facet_ignore_its_own_choice(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    results = ask(filters=chosen(theme="cooperation"), facets=("theme", "phase"))

    assert counts(results, "theme") == {"cooperation": 2, "inhabitants": 2}
    assert counts(results, "phase") == {"system": 1, "structuring": 1}


def test_the_counts_of_a_facet_obey_the_choices_of_the_others(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    results = ask(filters=chosen(theme="cooperation", phase="system"), facets=("theme", "phase"))

    assert counts(results, "theme") == {"cooperation": 1, "inhabitants": 1}
    assert counts(results, "phase") == {"system": 1, "structuring": 1}


def test_counts_obey_the_words(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    assert counts(ask("forum", facets=("theme",)), "theme") == {"cooperation": 1}


def test_a_choice_that_finds_nothing_is_kept(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    results = ask("forum", filters=chosen(theme="inhabitants"), facets=("theme",))

    assert results.total == 0
    assert counts(results, "theme") == {"cooperation": 1, "inhabitants": 0}
    assert [value.value for value in results.facets["theme"].selected] == ["inhabitants"]


@pytest.mark.parametrize("value", ["", "nothing", "é'\"*:()[]", "a" * 500, "\x00", "*", "theme:a"])
def test_an_unknown_value_finds_nothing_and_breaks_nothing(
    hold: Hold, ask: Ask, value: str
) -> None:
    hold(*ALL)

    results = ask(filters={"theme": frozenset({value})}, facets=("theme",))

    assert results.total == 0
    assert results.facets["theme"].selected[0].label == value


def test_codes_with_any_characters_are_counted_and_filtered(hold: Hold, ask: Ask) -> None:
    strange = 'l’énergie "verte" (2026) & co*'
    hold(make_document("Un", facets={"keyword": (strange,)}), make_document("Deux"))

    results = ask(filters={"keyword": frozenset({strange})}, facets=("keyword",))

    assert counts(results, "keyword") == {strange: 1}
    assert results.total == 1


def test_a_choice_of_nothing_is_no_choice(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    assert ask(filters={"theme": frozenset()}).total == 4


def test_the_fullest_value_comes_first(hold: Hold, ask: Ask) -> None:
    hold(
        make_document("Un", facets={"keyword": ("rare", "common")}),
        make_document("Deux", facets={"keyword": ("common",)}),
    )

    assert list(counts(ask(facets=("keyword",)), "keyword")) == ["common", "rare"]


def test_an_ordered_facet_keeps_the_order_of_its_labels(hold: Hold, ask: Ask) -> None:
    registry.register_facet(
        "phase",
        "Phase",
        lambda: {"structuring": "Structuration", "system": "Système"},
        is_ordered=True,
    )
    hold(*ALL)

    values = ask(facets=("phase",)).facets["phase"].values

    assert [value.label for value in values] == ["Structuration", "Système"]


def test_counts_are_exact_however_many_the_values(hold: Hold, engine: Engine) -> None:
    hold(*(make_document(f"Page {n}", facets={"keyword": (f"k{n}", "all")}) for n in range(300)))

    found = engine.search(Query(facets=("keyword",), limit=1)).facets["keyword"]

    assert found == {"all": 300, **{f"k{n}": 1 for n in range(300)}}
