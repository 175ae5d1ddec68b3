"""Which dynamics stand near another one, and in what."""

import pytest

from dynamics.directory.models import Dynamic
from dynamics.directory.neighbours import MOST, neighbourhoods
from tests.factories import (
    make_commune,
    make_department,
    make_dynamic,
    make_experience,
    make_method,
    make_region,
)

pytestmark = pytest.mark.django_db


def groups(dynamic):
    """The names of the neighbours, group by group, in the order of the page."""
    found = neighbourhoods(Dynamic.objects.complete().get(pk=dynamic.pk))
    return [[each.name for each in group.dynamics] for group in found]


def brittany():
    region = make_region("53", "Bretagne")
    return make_commune(
        "29019", "Brest", department=make_department("29", "Finistère", region=region)
    )


def test_dynamics_of_the_same_type_are_neighbours():
    one = make_dynamic("Un", type="tiers_lieu")
    make_dynamic("Deux", type="tiers_lieu")
    make_dynamic("Autre", type="ptce")

    assert groups(one) == [["Deux"]]


def test_dynamics_of_the_same_region_are_neighbours_from_one_departement_to_another():
    lot = make_commune()
    gers = make_commune("32013", "Auch", department=make_department("32", "Gers"))
    one = make_dynamic("Un", type="a", commune=lot)
    make_dynamic("Deux", type="b", commune=gers)
    make_dynamic("Trois", type="c", commune=brittany())

    assert groups(one) == [["Deux"]]


def test_dynamics_that_used_the_same_method_are_neighbours(home):
    method = make_method()
    one, two = make_dynamic("Un", type="a"), make_dynamic("Deux", type="b")
    make_experience(method, one)
    make_experience(method, two)
    make_experience(method)
    make_experience(make_method(), make_dynamic("Trois", type="c"))

    assert groups(one) == [["Deux"]]


def test_a_neighbour_may_be_one_in_several_ways(home):
    method = make_method()
    one, two = (make_dynamic(name, type="a", commune=make_commune()) for name in ("Un", "Deux"))
    make_experience(method, one)
    make_experience(method, two)

    assert groups(one) == [["Deux"], ["Deux"], ["Deux"]]


def test_two_dynamics_without_place_are_not_of_the_same_region():
    one = make_dynamic("Un", type="a")
    make_dynamic("Deux", type="b")

    assert groups(one) == []


def test_a_draft_is_nobodys_neighbour():
    one = make_dynamic("Un", type="a")
    make_dynamic("Deux", type="a", live=False)

    assert groups(one) == []


def test_a_crowded_group_hides_nobody_of_the_others():
    one = make_dynamic("Un", type="a", commune=make_commune())
    for number in range(MOST + 2):
        make_dynamic(f"Foule {number}", type="a")
    make_dynamic("Zone", type="b", commune=make_commune())

    same_type, same_region = groups(one)

    assert len(same_type) == MOST
    assert same_region == ["Zone"]


def test_neighbours_cost_one_query_however_many_they_are(django_assert_num_queries):
    one = make_dynamic("Un", type="a", commune=make_commune())
    for _number in range(12):
        make_dynamic(type="a", commune=make_commune())
    one = Dynamic.objects.complete().get(pk=one.pk)

    with django_assert_num_queries(1):
        neighbourhoods(one)
