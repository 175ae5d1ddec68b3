"""Places on the small drawing of France."""

import pytest

from portal.core.templatetags.places import HEIGHT, WIDTH, dot


def test_paris_stands_in_the_upper_middle_of_the_drawing():
    paris = dot(48.86, 2.35)

    assert paris is not None
    assert 0.4 * WIDTH < int(paris.x) < 0.6 * WIDTH
    assert 0.15 * HEIGHT < int(paris.y) < 0.35 * HEIGHT


def test_east_is_on_the_right_and_south_below():
    brest, strasbourg, toulon = dot(48.39, -4.49), dot(48.58, 7.75), dot(43.12, 5.93)

    assert int(brest.x) < int(strasbourg.x)
    assert int(strasbourg.y) < int(toulon.y)


@pytest.mark.parametrize(
    "place", [(None, None), (48.0, None), (-21.1, 55.5), (50.85, 14.4), (46.8, -71.2)]
)
def test_a_place_unknown_or_far_away_is_not_drawn(place):
    assert dot(*place) is None
