"""The closed vocabularies, from their file."""

import pytest

from dynamics.directory.loading import load_vocabularies
from dynamics.directory.models import DynamicType, LegalForm
from portal.core.content_files import ContentFileError
from portal.vocabulary.loading import load
from portal.vocabulary.models import Barrier, Phase, Theme

pytestmark = pytest.mark.django_db

FILE = """
[[themes]]
code = "cooperation"
label = "Coopération"
description = "Agir ensemble."
[[themes]]
code = "governance"
label = "Gouvernance"
[[phases]]
code = "emergence"
label = "Émergence"
[[barriers]]
code = "silos"
label = "Chacun dans son secteur"
[[types]]
code = "ptce"
label = "Pôle territorial de coopération économique (PTCE)"
short_label = "PTCE"
term = "pole-territorial-de-cooperation-economique"
[[types]]
code = "eco_territoire"
label = "Éco-territoire"
[[legal_forms]]
code = "scic"
label = "SCIC"
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "vocabulary.toml").write_text(FILE)
    return tmp_path


def test_entries_are_kept_in_the_order_of_the_file(folder):
    assert load(folder) == 4

    assert list(Theme.objects.values_list("code", "label", "description")) == [
        ("cooperation", "Coopération", "Agir ensemble."),
        ("governance", "Gouvernance", ""),
    ]
    assert str(Phase.objects.get()) == "Émergence"
    assert str(Barrier.objects.get()) == "Chacun dans son secteur"


def test_types_and_legal_forms_are_those_of_the_directory(folder):
    assert load_vocabularies(folder) == 3

    ptce, territory = DynamicType.objects.all()
    assert (ptce.name, ptce.term_slug) == ("PTCE", "pole-territorial-de-cooperation-economique")
    assert territory.name == "Éco-territoire"
    assert LegalForm.objects.get().code == "scic"


def test_a_second_load_changes_nothing(folder):
    load(folder)
    load_vocabularies(folder)

    assert load(folder) == 0
    assert load_vocabularies(folder) == 0


def test_a_correction_updates_and_a_key_that_left_empties(folder):
    load(folder)
    load_vocabularies(folder)
    corrected = FILE.replace("Agir ensemble.", "").replace('short_label = "PTCE"\n', "")
    (folder / "vocabulary.toml").write_text(corrected.replace('"Gouvernance"', '"Qui décide"'))

    load(folder)
    load_vocabularies(folder)

    assert Theme.objects.get(code="cooperation").description == ""
    assert Theme.objects.get(code="governance").label == "Qui décide"
    assert DynamicType.objects.get(code="ptce").short_label == ""
    assert Theme.objects.count() == 2


def test_an_entry_without_label_is_refused_by_name(folder):
    (folder / "vocabulary.toml").write_text(FILE.replace('label = "SCIC"', ""))

    with pytest.raises(ContentFileError, match=r"vocabulary.toml, scic: « label » is missing"):
        load_vocabularies(folder)
