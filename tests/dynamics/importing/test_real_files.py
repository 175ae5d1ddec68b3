"""Files as platforms publish them, read from the folder beside the repository; none of them is ours to keep."""

import pytest

from django.conf import settings

from dynamics.importing.checks import CODES
from portal.territories import loading

SHARED = settings.BASE_DIR.parent / "shared" / "data"
ROWS = {
    "ssa_initiatives.json": 31,
    "transiscope_niort.json": 100,
    "engagement_citoyen.csv": 230,
    "engagement_citoyen_epci.geojson": 73,
    "mednum_gironde.json": 347,
    "tierslieux_occitanie_2018.csv": 73,
    "gogocarto_elements.json": 12,
    "gogocarto_elements.geojson": 3,
}
PLACED = 0.99

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not SHARED.is_dir(), reason="The folder of real files is not there."),
]


@pytest.fixture
def whole_country(bring):
    """Every commune, over the few of the other tests."""
    loading.load()


@pytest.mark.parametrize("name", ROWS)
def test_a_real_file_is_read_whole(whole_country, bring, name):
    report = bring(SHARED / name, "--dry-run")

    outcomes = ("created", "updated", "unchanged", "duplicates", "rejected")
    assert report["rows"] == ROWS[name] == sum(report[outcome] for outcome in outcomes)
    assert report["rejected"] == 0
    assert set(report["counts"]) <= set(CODES)


@pytest.mark.parametrize(
    "name", ["tierslieux_occitanie_2018.csv", "mednum_gironde.json", "ssa_initiatives.json"]
)
def test_nearly_every_row_with_a_commune_is_placed_or_asked_about(whole_country, bring, name):
    report = bring(SHARED / name, "--dry-run")

    asked = sum(question["count"] for question in report["questions"])
    assert report["located"] + asked >= PLACED * report["rows"]


def test_the_mapping_of_mednum_and_the_taxonomy_of_gogocarto_are_understood(whole_country, bring):
    places = bring(
        SHARED / "mednum_gironde.json",
        "--mapping",
        str(SHARED / "mednum_gironde.config.json"),
        "--dry-run",
    )
    elements = bring(
        SHARED / "gogocarto_elements.json",
        "--taxonomy",
        str(SHARED / "gogocarto_taxonomy_full.json"),
        "--dry-run",
    )

    assert places["located"] == 347
    assert elements["created"] == 12
