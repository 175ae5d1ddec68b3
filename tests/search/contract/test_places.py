"""Rectangles, circles and years on the map, whatever the engine."""

import pytest

from search.request import Box, Near, Sort
from tests.search.builders import make_document
from tests.search.conftest import Ask, Hold

LENS = make_document("Lens", uid="method:lens", latitude=50.43, longitude=2.83)
DOUAI = make_document("Douai", uid="method:douai", latitude=50.37, longitude=3.08)
BAYONNE = make_document("Bayonne", uid="method:bayonne", latitude=43.49, longitude=-1.47)
NOWHERE = make_document("Partout", uid="method:nowhere")
ALL = (LENS, DOUAI, BAYONNE, NOWHERE)


def test_a_rectangle_keeps_what_is_inside_its_edges_included(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    assert ask(box=Box(2.83, 50.37, 3.08, 50.43)).uids == (DOUAI.uid, LENS.uid)
    assert ask(box=Box(2.84, 50.0, 3.08, 51.0)).uids == (DOUAI.uid,)
    assert ask(box=Box(10, 10, 11, 11)).uids == ()


def test_a_circle_keeps_what_is_near_and_tells_how_far(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    results = ask(near=Near(50.43, 2.83, radius_km=30), sort=Sort.DISTANCE)

    assert results.uids == (LENS.uid, DOUAI.uid)
    assert results.hits[0].distance_km == pytest.approx(0, abs=0.1)
    assert results.hits[1].distance_km == pytest.approx(18.9, abs=0.5)


def test_a_circle_is_not_the_square_around_it(hold: Hold, ask: Ask) -> None:
    corner = make_document("Coin", latitude=50.43 + 0.25, longitude=2.83 + 0.39)
    hold(*ALL, corner)

    near = Near(50.43, 2.83, radius_km=30)

    assert near.box.north > corner.latitude
    assert near.box.east > corner.longitude
    assert corner.uid not in ask(near=near).uids


def test_a_circle_goes_with_words_choices_and_counts(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    results = ask("lens bayonne", near=Near(50.43, 2.83, radius_km=30), facets=("kind",))

    assert results.uids == (LENS.uid,)
    assert [value.count for value in results.facets["kind"].values] == [1]


def test_a_circle_around_nothing_finds_nothing(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    assert ask(near=Near(0, 0, radius_km=1)).total == 0
    assert ask(near=Near(89.99, 0, radius_km=500)).total == 0


def test_sorting_by_distance_from_nowhere_is_alphabetical(hold: Hold, ask: Ask) -> None:
    hold(*ALL)

    assert ask(sort=Sort.DISTANCE).uids == (BAYONNE.uid, DOUAI.uid, LENS.uid, NOWHERE.uid)
