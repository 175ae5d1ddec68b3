import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.territories.bounds import BadBoundsError, Bounds, read_bounds


def test_a_frame_is_read_west_south_east_north():
    assert read_bounds("-5.1,41.3,9.6,51.1") == Bounds(-5.1, 41.3, 9.6, 51.1)


@pytest.mark.parametrize(
    "text", ["", "ici", "1,2,3", "1,2,3,4,5", "nan,0,1,1", "0,0,inf,1", "0,50,1,40", "1;2;3;4"]
)
def test_what_is_no_frame_is_refused(text):
    with pytest.raises(BadBoundsError):
        read_bounds(text)


def test_a_map_that_shows_the_world_twice_shows_it_all():
    assert read_bounds("-400,-85,400,85") == Bounds(-180, -85, 180, 85)


def test_a_map_that_turned_round_the_world_is_brought_back():
    assert read_bounds("355,41,369,51") == Bounds(-5, 41, 9, 51)


def test_a_frame_across_the_antimeridian_is_two():
    pieces = list(read_bounds("170,-25,-170,-10").pieces())

    assert pieces == [Bounds(170, -25, 180, -10), Bounds(-180, -25, -170, -10)]


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text):
    try:
        bounds = read_bounds(text)
    except BadBoundsError:
        return
    assert -180 <= bounds.west <= 180
    assert -180 <= bounds.east <= 180
