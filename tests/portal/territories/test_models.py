"""What a territory may and may not be."""

import pytest

from django.db import IntegrityError

from portal.territories.models import Commune, Department, Region

pytestmark = pytest.mark.usefixtures("small_country")


def make_commune(**facts):
    somewhere = {"code": "00001", "name": "Ici", "slug": "ici", "latitude": 47, "longitude": 2}
    return Commune.objects.create(**somewhere | {"department_id": "22"} | facts)


@pytest.mark.parametrize(
    "place", [{"latitude": 90.1}, {"latitude": -91}, {"longitude": 180.5}, {"longitude": -181}]
)
def test_a_commune_is_on_earth(place):
    with pytest.raises(IntegrityError):
        make_commune(**place)


@pytest.mark.parametrize(
    "facts",
    [
        {"department_id": None},
        {"province": "Wallonie"},
        {"country": "BE"},
        {"country": "CA", "department_id": None, "epci_id": "200043354"},
    ],
)
def test_french_communes_and_only_they_have_a_department(facts):
    with pytest.raises(IntegrityError):
        make_commune(**facts)


def test_the_frame_of_a_territory_is_the_right_way_up():
    with pytest.raises(IntegrityError):
        Region.objects.filter(code="53").update(south=50, north=45)


def test_a_departement_frames_its_communes():
    department = Department.objects.get(code="22")

    for commune in department.communes.all():
        assert department.bounds.holds(commune.latitude, commune.longitude)


def test_overseas_regions_are_told_from_the_others():
    overseas = [region.name for region in Region.objects.all() if region.is_overseas]

    assert overseas == ["La Réunion"]


def test_suggestions_begin_with_what_is_typed_its_article_or_not():
    assert [one.name for one in Commune.objects.beginning_with("roch")] == ["La Rochelle"] * 2
    assert [one.name for one in Commune.objects.beginning_with("la ro")] == ["La Rochelle"] * 2
    assert not Commune.objects.beginning_with("").exists()


def test_suggestions_show_the_biggest_first():
    names = Commune.objects.french().beginning_with("saint").biggest_first()[:2]

    assert [commune.name for commune in names] == ["Saint-Étienne", "Saint-Denis"]


def test_a_postcode_finds_every_commune_it_serves():
    assert [one.code for one in Commune.objects.at_postcode("75012")] == ["75056"]
    assert not Commune.objects.at_postcode("not a postcode").exists()


def test_a_label_does_not_say_the_same_name_twice():
    assert Commune.objects.get(code="75056").label == "Paris"
