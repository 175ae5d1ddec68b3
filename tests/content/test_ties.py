"""The ties of the study: those the order names, each with a passage, and no other."""

import re

import pytest

from dynamics.network.models import Tie
from portal.bibliography.models import Source
from tests.content.files import FOLDER, header_of

pytestmark = [pytest.mark.xdist_group("content"), pytest.mark.usefixtures("content")]

TIES = header_of(FOLDER / "ties.toml")["ties"]


def pairs(**filters):
    ties = Tie.objects.filter(**filters).with_ends()
    return {frozenset({tie.source_name, tie.target_name}) for tie in ties}


def test_every_tie_of_the_file_is_loaded_public_and_confirmed_by_the_team():
    loaded = Tie.objects.public().confirmed().filter(origin="study", declared_by=None)

    assert loaded.count() == len(TIES) == Tie.objects.count()


@pytest.mark.parametrize("tie", TIES, ids=lambda tie: tie["text"][:40])
def test_a_tie_cites_a_document_and_a_place_in_it(tie):
    key, _space, passage = tie["source"].partition(" ")

    assert Source.objects.filter(key=key).exists()
    assert re.match(r"(\d\.\d|partie \d|annexe \d)(, | «)", passage)


def test_eusko_went_to_see_three_places():
    assert set(
        Tie.objects.filter(source__slug="eusko", type="visited").values_list(
            "target_outside", flat=True
        )
    ) == {"Villeneuve-sur-Lot", "Bavière", "Toulouse"}


def test_the_six_start_up_de_territoire_drew_on_one_another():
    ends = {name for pair in pairs(type="inspired_by") for name in pair}

    assert len(ends) == 6


def test_the_neighbours_and_twins_of_the_study_are_tied():
    twins = {
        ("pole-mer-bretagne-atlantique", "pole-mer-mediterranee"),
        ("tzcld-premery", "tzcld-villeurbanne"),
        ("euralens", "mine-d-idees"),
    }

    found = Tie.objects.filter(type="same_method").values_list("source__slug", "target__slug")
    assert twins <= {tuple(sorted(pair)) for pair in found}
    assert frozenset({"Euralens", "Mine d’Idées"}) in pairs(type="neighbours")


def test_no_tie_names_a_person():
    assert not Tie.objects.filter(source_person__isnull=False).exists()
