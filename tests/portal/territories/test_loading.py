"""The tables are loaded whole, once, and corrected in place."""

import shutil

import pytest

from portal.territories import loading
from portal.territories.models import Commune, Department, Epci, OtherName, Region
from tests.portal.territories.conftest import EXTRACT

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(EXTRACT, tmp_path / "territories")


def correct(path, wrong, right):
    path.write_text(path.read_text(encoding="utf-8").replace(wrong, right), encoding="utf-8")


def test_every_table_is_loaded(folder):
    written = loading.load(folder)

    counts = [model.objects.count() for model in (Region, Department, Epci, Commune, OtherName)]
    assert written == sum(counts)
    assert all(counts)


def test_a_second_load_reads_and_changes_nothing(folder, django_assert_num_queries):
    loading.load(folder)

    with django_assert_num_queries(1):
        assert loading.load(folder) == 0


def test_a_corrected_table_corrects_the_communes_in_place(folder):
    loading.load(folder)
    correct(folder / "communes.csv", "48.7895", "48.7999")

    written = loading.load_each(folder)

    assert Commune.objects.get(code="22362").latitude == 48.7999
    assert [name for name, count in written.items() if count] == ["communes.csv"]


def test_a_commune_that_disappeared_from_the_table_stays(folder):
    loading.load(folder)
    lines = (folder / "communes.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("22362")]
    (folder / "communes.csv").write_text("".join(kept), encoding="utf-8")

    loading.load(folder)

    assert Commune.objects.filter(code="22362").exists()


def test_a_broken_table_leaves_everything_as_it_was(folder):
    loading.load(folder)
    correct(folder / "communes.csv", "48.7895", "nowhere")

    with pytest.raises(ValueError, match="nowhere"):
        loading.load(folder)

    assert Commune.objects.get(code="22362").latitude == pytest.approx(48.79, abs=0.01)


def test_a_commune_knows_its_departement_region_and_intercommunalite(folder):
    loading.load(folder)

    treguier = Commune.objects.with_territory().get(code="22362")

    assert treguier.department.name == "Côtes-d’Armor"
    assert treguier.region.name == "Bretagne"
    assert "Lannion-Trégor" in treguier.epci.name
    assert str(treguier) == "Tréguier"


def test_a_place_abroad_has_a_country_and_a_province_but_no_departement(folder):
    loading.load(folder)

    brussels = Commune.objects.abroad().get(name="Bruxelles")

    assert brussels.get_country_display()
    assert brussels.province == "Bruxelles-Capitale"
    assert brussels.department is None
    assert brussels.region is None
