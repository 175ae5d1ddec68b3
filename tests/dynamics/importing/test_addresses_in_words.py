"""Names of towns that people cut short: asked about, never placed in the hamlet that bears the short one."""

import pytest

from dynamics.directory.models import Dynamic
from portal.territories.memory import KnownPlaces
from portal.territories.models import Commune
from tests.factories import make_commune

pytestmark = pytest.mark.django_db


def make_evry():
    make_commune("89162", "Évry", population=350)
    make_commune("91228", "Évry-Courcouronnes", population=66_700)


def test_the_short_name_of_a_town_is_a_question(bring, file):
    make_evry()

    report = bring(file("nom;ville\nA;Évry\nB;Cherbourg\nC;Lille\n"))

    asked = [[each["code"] for each in question["choices"]] for question in report["questions"]]
    assert asked == [["91228", "89162"], ["50129"]]
    assert Dynamic.objects.get(name="C").commune_id == "59350"


def test_a_departement_is_enough_to_mean_the_hamlet(bring, file):
    make_evry()
    Commune.objects.filter(code="89162").update(department="89")

    report = bring(file("nom;ville;département\nA;Évry;89\n"))

    assert report["questions"] == []
    assert Dynamic.objects.get().commune_id == "89162"


def test_words_that_begin_many_names_name_no_town(country):
    places = KnownPlaces()

    assert places.towns_beginning_with("Saint") == []
    assert [one.code for one in places.towns_beginning_with("Neuilly sur")] == ["92051"]
