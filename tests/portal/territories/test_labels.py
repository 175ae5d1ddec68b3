"""Names on the map never cover one another."""

from itertools import combinations

from portal.territories.building.labels import Town, box, first_zooms

CITY = Town("Paris", 1, 2_000_000, 2.35, 48.86)
SUBURB = Town("Montreuil", 3, 110_000, 2.44, 48.86)
FAR = Town("Mende", 2, 12_000, 3.50, 44.52)


def test_the_most_important_town_is_written_first():
    zooms = dict(first_zooms([SUBURB, FAR, CITY]))

    assert zooms[CITY] < zooms[FAR] < zooms[SUBURB]


def test_a_suburb_waits_until_there_is_room():
    zoom = dict(first_zooms([CITY, SUBURB]))[SUBURB]

    assert not box(CITY, zoom).touches(box(SUBURB, zoom))
    assert box(CITY, zoom - 1).touches(box(SUBURB, zoom - 1))


def test_no_two_names_ever_overlap():
    towns = [Town(f"Ville {rank}", 2, rank, 2 + rank / 20, 47) for rank in range(30)]

    for zoom in range(5, 12):
        shown = [town for town, first in first_zooms(towns) if first <= zoom]
        boxes = [box(town, zoom) for town in shown]
        assert not any(one.touches(other) for one, other in combinations(boxes, 2))
