"""Squares of the map and the number of things nowhere, whatever the engine."""

import random
from collections import Counter

import pytest

from search import cells
from search.engines.base import Cell, Engine, Query
from search.request import Box, Near
from search.schema import SearchDocument
from tests.search.builders import make_document, update
from tests.search.conftest import Ask, Hold

EVERYWHERE = Box(-180, -90, 180, 90)
NORTH = Box(2, 50, 4, 51)
LENS = make_document(
    "Lens", uid="method:lens", latitude=50.43, longitude=2.83, facets={"phase": ("system",)}
)
LIEVIN = make_document("Liévin", uid="method:lievin", latitude=50.42, longitude=2.77)
BAYONNE = make_document(
    "Bayonne", uid="method:bayonne", latitude=43.49, longitude=-1.47, facets={"phase": ("system",)}
)
NOWHERE = make_document("Partout", uid="method:nowhere", facets={"phase": ("system",)})
ALL = (LENS, LIEVIN, BAYONNE, NOWHERE)


def scattered(count: int) -> list[SearchDocument]:
    """Documents at random places of France, the same at each call."""
    dice = random.Random(4)  # noqa: S311 - places, not secrets
    return [
        make_document(
            f"Lieu {number}",
            latitude=dice.uniform(42, 51),
            longitude=dice.uniform(-5, 8),
            facets={"type": (dice.choice("abc"),)},
        )
        for number in range(count)
    ]


def test_things_of_one_square_are_counted_together_at_their_middle(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    fullest, other = ask(cells=6).cells

    assert (fullest.count, other.count) == (2, 1)
    assert fullest.latitude == pytest.approx(50.425)
    assert fullest.longitude == pytest.approx(2.80)
    assert fullest.key == cells.key_of(50.43, 2.83, 6)


def test_a_deeper_level_tells_neighbours_apart(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    assert sorted(cell.count for cell in ask(cells=12).cells) == [1, 1, 1]


def test_squares_are_counted_only_when_asked_for(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    results = ask()

    assert results.cells == ()
    assert results.level is None


def test_a_level_that_is_not_indexed_means_the_closest_one(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    assert ask(cells=1).level == 3
    assert ask(cells=22).level == 18


def test_squares_obey_the_rectangle_the_words_and_the_choices(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    assert sum(cell.count for cell in ask(cells=6, box=NORTH).cells) == 2
    assert sum(cell.count for cell in ask("bayonne", cells=6).cells) == 1
    chosen = {"phase": frozenset({"system"})}
    assert sum(cell.count for cell in ask(cells=6, box=NORTH, filters=chosen).cells) == 1


@pytest.mark.parametrize("level", [3, 7, 11, 18])
def test_squares_are_those_of_a_loop(hold: Hold, engine: Engine, level: int) -> None:
    held = scattered(300)
    hold(*held, NOWHERE)

    found = engine.search(Query(box=EVERYWHERE, cells=level))

    assert {cell.key: cell.count for cell in found.cells} == Counter(
        cells.key_of(each.latitude or 0, each.longitude or 0, level) for each in held
    )
    assert found.total == sum(cell.count for cell in found.cells)


def test_too_many_squares_are_counted_wider_rather_than_cut(
    hold: Hold, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = scattered(cells.MOST_CELLS + 200)
    hold(*held)

    found = engine.search(Query(cells=18, limit=1))

    assert found.level is not None
    assert found.level < 18
    assert len(found.cells) <= cells.MOST_CELLS
    assert sum(cell.count for cell in found.cells) == len(held)


def test_the_fullest_square_comes_first(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    assert [cell.count for cell in ask(cells=6).cells] == [2, 1]


def test_facets_are_counted_with_the_squares(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    results = ask(cells=6, box=NORTH, facets=("phase",))

    assert [(value.value, value.count) for value in results.facets["phase"].values] == [
        ("system", 1)
    ]


def situations(ask: Ask, **choices: object) -> dict[str, int]:
    results = ask(facets=("situation",), **choices)
    return {value.value: value.count for value in results.facets["situation"].values}


def test_what_is_nowhere_is_counted_whatever_the_rectangle_and_the_circle(
    hold: Hold, ask: Ask
) -> None:
    hold(*ALL)

    assert situations(ask) == {"avec": 3, "sans": 1}
    assert situations(ask, box=NORTH, cells=6) == {"avec": 3, "sans": 1}
    assert situations(ask, near=Near(50.43, 2.83, radius_km=30)) == {"avec": 3, "sans": 1}


def test_what_is_nowhere_obeys_the_other_choices(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    chosen = {"phase": frozenset({"system"})}

    assert situations(ask, filters=chosen, box=NORTH) == {"avec": 2, "sans": 1}


def test_one_can_ask_for_what_is_nowhere(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    nowhere = {"situation": frozenset({"sans"})}

    assert ask(filters=nowhere).uids == (NOWHERE.uid,)
    assert ask(filters=nowhere, cells=6).cells == ()
    assert situations(ask, filters=nowhere) == {"avec": 3, "sans": 1}


def test_a_thing_that_moves_leaves_its_square(hold: Hold, ask: Ask, engine: Engine) -> None:
    hold(LENS)

    update(engine, make_document("Lens", uid=LENS.uid, latitude=43.49, longitude=-1.47))

    (cell,) = ask(cells=10).cells
    assert cell == Cell(
        cells.key_of(43.49, -1.47, 10), 1, pytest.approx(43.49), pytest.approx(-1.47)
    )


def test_squares_alone_are_the_same_squares(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    whole = ask(cells=6, facets=("phase",))
    alone = ask(cells=6, facets=("phase",), per_page=0)

    assert alone.hits == ()
    assert (alone.total, alone.cells, alone.facets) == (whole.total, whole.cells, whole.facets)
    assert (alone.page, alone.pages) == (1, 1)
