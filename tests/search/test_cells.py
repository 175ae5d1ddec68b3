"""The squares of the map: keys, levels, corners."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import cells

LATITUDES = st.floats(-85, 85)
LONGITUDES = st.floats(-180, 179.999)


@given(LATITUDES, LONGITUDES, st.sampled_from(cells.LEVELS))
def test_a_point_is_inside_its_square(latitude: float, longitude: float, level: int) -> None:
    west, south, east, north = cells.bounds_of(cells.key_of(latitude, longitude, level), level)

    assert west - 1e-9 <= longitude <= east + 1e-9
    assert south - 1e-9 <= latitude <= north + 1e-9


@given(LATITUDES, LONGITUDES)
def test_each_level_drops_two_bits_of_the_next(latitude: float, longitude: float) -> None:
    keys = dict(cells.keys_of(latitude, longitude))

    assert list(keys) == list(cells.LEVELS)
    assert all(keys[level] == keys[level + 1] >> 2 for level in cells.LEVELS if level + 1 in keys)
    assert all(keys[level] == cells.key_of(latitude, longitude, level) for level in keys)


def test_squares_are_the_tiles_of_web_maps() -> None:
    # Paris is in the tile 8/129/88 of every web map.
    assert cells.column_and_row(48.8566, 2.3522, 8) == (129, 88)
    assert cells.bounds_of(0, 1) == pytest.approx((-180, 0, 0, 85.0511), abs=1e-4)


@pytest.mark.parametrize(("latitude", "longitude"), [(90, 180), (-90, -180), (85.2, 200), (0, 0)])
def test_the_edges_of_the_world_are_in_a_square_too(latitude: float, longitude: float) -> None:
    for level, key in cells.keys_of(latitude, longitude):
        assert 0 <= key < 4**level
