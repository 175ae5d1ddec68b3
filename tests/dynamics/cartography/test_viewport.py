"""The part of the world that a map shows."""

import pytest

from dynamics.cartography import viewport


def test_nothing_asked_is_the_whole_world():
    assert viewport.read("", 3).bounds == viewport.WORLD


def test_a_view_is_widened_and_never_narrowed():
    view = viewport.read("1.5,43,2.5,44.5", 7)

    wide = viewport.snapped(view)

    assert wide.bounds.west <= view.bounds.west
    assert wide.bounds.south <= view.bounds.south
    assert wide.bounds.east >= view.bounds.east
    assert wide.bounds.north >= view.bounds.north
    assert viewport.snapped(wide).level == 9


@pytest.mark.parametrize("bbox", ["-180,-90,180,90", "179,-10,180,10", "0,0,0,0"])
def test_the_edges_of_the_world_can_be_asked_for(bbox):
    view = viewport.read(bbox, 5)

    wide = viewport.snapped(view)

    assert wide.bounds.south <= view.bounds.south
    assert wide.bounds.north >= view.bounds.north


def test_a_frame_across_the_antimeridian_turns_round_the_world():
    assert viewport.read("170,-20,-170,10", 4).bounds == (-180, -20, 180, 10)


def test_squares_are_four_times_finer_than_tiles_and_no_deeper_than_the_index():
    assert viewport.read("", 6).level == 8
    assert viewport.read("", 0).level == 3
    assert viewport.read("", 20).level == 18
