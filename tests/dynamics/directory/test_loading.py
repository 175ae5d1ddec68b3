"""The directory, from its files."""

import datetime

import pytest

from dynamics.directory.loading import load, load_experiences
from dynamics.directory.models import Dynamic, DynamicType, Experience, LegalForm
from portal.core.content_files import ContentFileError
from portal.vocabulary.models import Barrier, Phase, Theme
from tests.factories import make_commune, make_entries, make_method, make_source

pytestmark = pytest.mark.django_db

EUSKO = """+++
name = "Eusko"
full_name = "Monnaie locale du Pays basque"
type = "monnaie_locale"
in_study = true
summary = "Une monnaie."
place_label = "Bayonne"
commune_code = "46102"
place_precision = "commune"
territory = "Pays basque du Nord"
created_year = 2013
created_note = "Lancement."
phase = "consolidation"
phase_note = "Elle dure."
initiator = "civil_society"
development_logic = "pooling"
legal_forms = ["association_1901"]
legal_note = "Une SCIC est envisagée."
themes = ["cooperation"]
barriers = ["credit_access"]
tags = ["monnaie locale", "Pays basque"]
website = "https://exemple.fr"

[[resources]]
structure = ""
public_subsidies = 2
loans = 1

[[resources]]
structure = "CLE"
loans = 3

[governance]
inhabitants_involvement = 0
debate = 2

[[timeline]]
date = "2013"
end = "2018-02"
text = "Lancement."
source = "etude 1.5"

[[timeline]]
date = "2014-05-21"
text = "Une fête."

[[timeline]]
date = "2015-06"
text = "Une extension."

[[key_figures]]
value = "1 100"
label = "professionnels"
date = "2019"
source = "etude 1.5"

[sources]
identity = ["etude introduction", "etude 1.6"]

[[decisions]]
about = "legal_forms"
followed = "Association."
instead_of = "SCIC."
why = "Le tableau."
+++
"""
BARE = """+++
name = "Eusko"
type = "monnaie_locale"
in_study = false
summary = "Une monnaie."
place_label = "Bayonne"
+++
"""
METHOD = """+++
title = "Forum ouvert"

[[experiences]]
dynamic = "eusko"
text = "Deux fois."
year = 2016
source = "etude 1.3"

[[experiences]]
organisation = "Loos-en-Gohelle"
text = "Une fois."
+++
"""


@pytest.fixture
def folder(tmp_path):
    make_source("etude", short="Étude")
    make_commune("46102")
    for model, code in (
        (DynamicType, "monnaie_locale"),
        (Phase, "consolidation"),
        (LegalForm, "association_1901"),
        (Theme, "cooperation"),
        (Barrier, "credit_access"),
    ):
        make_entries(model, [code])
    for name in ("dynamics", "methods"):
        (tmp_path / name).mkdir()
    write(tmp_path, EUSKO)
    return tmp_path


def write(folder, text):
    (folder / "dynamics" / "eusko.md").write_text(text)


def test_a_dynamic_is_published_with_its_identity(folder):
    assert load(folder) == 1

    found = Dynamic.objects.published().get()
    assert (found.slug, found.name, found.type.code) == ("eusko", "Eusko", "monnaie_locale")
    assert found.is_in_study
    assert (found.created_year, found.phase.code) == (2013, "consolidation")
    assert (found.initiator, found.development_logic) == ("civil_society", "pooling")
    assert {form.code for form in found.legal_forms.all()} == {"association_1901"}
    assert {theme.code for theme in found.themes.all()} == {"cooperation"}
    assert {barrier.code for barrier in found.barriers.all()} == {"credit_access"}
    assert set(found.tags.names()) == {"monnaie locale", "Pays basque"}
    assert (found.inhabitants_involvement, found.debate) == (0, 2)
    assert [citation.locator for citation in found.citations.all()] == ["introduction", "1.6"]


def test_what_stands_before_the_sections_presents_the_dynamic(folder):
    write(folder, EUSKO + "### Le ressort\nUne **envie**.\n\n## Points remarquables\n- un\n")
    load(folder)

    found = Dynamic.objects.get().presentation
    assert [block.block_type for block in found] == ["heading", "paragraph"]
    assert found[1].value.source == "<p>Une <b>envie</b>.</p>"


def test_a_dynamic_stands_on_the_map_where_its_commune_is(folder):
    load(folder)

    found = Dynamic.objects.get()
    assert found.commune.code == "46102"
    assert (found.latitude, found.longitude) == (found.commune.latitude, found.commune.longitude)
    assert found.place_precision == Dynamic.PlacePrecision.COMMUNE


def test_each_structure_keeps_its_own_resources(folder):
    load(folder)

    levels = Dynamic.objects.get().resource_levels.values_list("structure", "kind", "level")
    assert set(levels) == {("", "public_subsidies", 2), ("", "loans", 1), ("CLE", "loans", 3)}


def test_dates_are_as_precise_as_the_file(folder):
    load(folder)

    moments = Dynamic.objects.get().milestones.values_list(
        "date", "precision", "end_year", "source"
    )
    assert list(moments) == [
        (datetime.date(2013, 1, 1), "year", 2018, "Étude, 1.5"),
        (datetime.date(2014, 5, 21), "day", None, ""),
        (datetime.date(2015, 6, 1), "month", None, ""),
    ]


def test_figures_and_reading_choices_are_kept(folder):
    load(folder)

    found = Dynamic.objects.get()
    assert str(found.key_figures.get()) == "1 100 professionnels"
    assert found.key_figures.get().source == "Étude, 1.5"
    assert found.decisions.get().why == "Le tableau."


def test_a_second_load_changes_nothing(folder):
    load(folder)
    before = Dynamic.objects.values().get()

    assert load(folder) == 0
    assert Dynamic.objects.values().get() == before
    assert Dynamic.objects.get().revisions.count() == 1


def test_a_corrected_file_corrects_its_dynamic(folder):
    load(folder)

    write(folder, EUSKO.replace("loans = 1", "loans = 2").replace("Une fête.", "Une grande fête."))
    assert load(folder) == 1

    found = Dynamic.objects.get()
    assert found.resource_levels.get(structure="", kind="loans").level == 2
    assert found.milestones.all()[1].text == "Une grande fête."
    assert found.milestones.count() == 3
    assert found.revisions.count() == 2


def test_what_left_the_file_leaves_the_dynamic(folder):
    load(folder)

    write(folder, BARE)
    load(folder)

    found = Dynamic.objects.get()
    words = (
        "full_name",
        "territory",
        "created_note",
        "phase_note",
        "initiator",
        "legal_note",
        "website",
    )
    assert {getattr(found, word) for word in (*words, "development_logic")} == {""}
    assert (found.created_year, found.phase, found.commune, found.latitude) == (None,) * 4
    assert (found.inhabitants_involvement, found.debate) == (None, None)
    assert found.place_precision == Dynamic.PlacePrecision.UNKNOWN
    assert not found.is_in_study
    for related in ("legal_forms", "themes", "barriers", "resource_levels", "milestones"):
        assert not getattr(found, related).exists()
    for related in ("key_figures", "decisions", "citations", "tagged_items"):
        assert not getattr(found, related).exists()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"monnaie_locale"', '"monnaie"', "eusko: there is no DynamicType « monnaie »"),
        ('"46102"', '"99999"', "eusko: there is no Commune « 99999 »"),
        ('"consolidation"', '"fin"', "eusko: there is no Phase « fin »"),
        ("place_label", "place", "eusko: « place_label » is missing"),
        ('date = "2013"', 'date = "vers 2013"', "eusko: invalid literal"),
        ('"etude introduction"', '"inconnu 1"', "eusko: .* cites an unknown document"),
    ],
)
def test_a_mistake_is_said_with_the_name_of_its_file(folder, old, new, sentence):
    write(folder, EUSKO.replace(old, new))

    with pytest.raises(ContentFileError, match=sentence):
        load(folder)


@pytest.fixture
def method(folder, home):
    """A method that two files know: its own, and the one that says who used it."""
    (folder / "methods" / "forum-ouvert.md").write_text(METHOD)
    load(folder)
    return make_method("Forum ouvert", slug="forum-ouvert")


def test_who_used_a_method_is_a_dynamic_or_somebody_else(folder, method):
    assert load_experiences(folder) == 2

    first, second = method.experiences.all()
    assert (first.dynamic.slug, first.year, first.source) == ("eusko", 2016, "Étude, 1.3")
    assert (second.dynamic, second.organisation) == (None, "Loos-en-Gohelle")


def test_experiences_follow_their_file(folder, method):
    load_experiences(folder)
    assert load_experiences(folder) == 0

    (folder / "methods" / "forum-ouvert.md").write_text(METHOD.replace("Une fois.", "Trois fois."))
    assert load_experiences(folder) == 2

    assert [each.text for each in Experience.objects.all()] == ["Deux fois.", "Trois fois."]


def test_an_experience_of_nobody_known_is_refused(folder, method):
    (folder / "methods" / "forum-ouvert.md").write_text(METHOD.replace('"eusko"', '"euskal"'))

    with pytest.raises(ContentFileError, match="forum-ouvert: there is no Dynamic « euskal »"):
        load_experiences(folder)
