"""The dynamics say what the study says."""

import re

import pytest

from dynamics.directory.models import Dynamic, ResourceLevel
from dynamics.monographs.dimensions import DIMENSIONS
from dynamics.monographs.models import MonographPage
from tests.content import study
from tests.content.files import FOLDER, header_of

pytestmark = [pytest.mark.xdist_group("content"), pytest.mark.usefixtures("content")]

# Sections that a file may leave out, because the sources say nothing.
DIMENSION_TITLES = {
    "spring": "## Le ressort",
    "kinetic_energy": "## L’énergie cinétique",
    "inner_strength": "## La robustesse interne",
    "impact": "## L’impact sur le territoire",
    "system": "## Le « faire système »",
}


def published() -> dict[str, Dynamic]:
    return {dynamic.slug: dynamic for dynamic in Dynamic.objects.published().complete()}


def words(text: str) -> list[str]:
    """Compare names by their words: punctuation is ours."""
    return re.findall(r"\w+", text.replace("&", "et").lower())


def test_the_seventeen_of_the_study_are_there_and_euralens_beside_them():
    assert set(published()) == set(study.DYNAMICS) | {"euralens"}
    assert {dynamic.slug for dynamic in Dynamic.objects.in_study()} == set(study.DYNAMICS)
    assert len(study.DYNAMICS) == 17


def test_types_are_those_of_the_study():
    found = {slug: dynamic.type.code for slug, dynamic in published().items()}

    expected = {slug: study.TYPES[wording] for slug, (wording, _place) in study.DYNAMICS.items()}
    assert found == expected | {"euralens": "association_developpement"}


def test_places_are_those_of_the_study():
    found = {slug: words(dynamic.place_label) for slug, dynamic in published().items()}

    expected = {slug: words(place) for slug, (_type, place) in study.DYNAMICS.items()}
    assert {slug: found[slug] for slug in expected} == expected


def test_the_dot_on_the_map_is_in_the_departement_that_the_study_names():
    for dynamic in published().values():
        named = re.search(r"\((.+)\)", dynamic.place_label)
        if named and dynamic.slug in study.DYNAMICS:
            assert dynamic.commune.department.name == named.group(1)


def test_every_dynamic_is_on_the_map_and_says_how_precisely():
    for dynamic in published().values():
        assert dynamic.latitude is not None
        assert dynamic.place_precision in {"commune", "territory"}


def test_the_table_of_resources_is_carried_exactly():
    found = ResourceLevel.objects.values_list("dynamic__slug", "structure", "kind", "level")

    assert set(found) == study.resource_levels()
    assert found.count() == len(study.resource_levels())


def test_the_table_of_legal_forms_and_governance_is_carried_exactly():
    found = {
        slug: (
            {form.code for form in dynamic.legal_forms.all()},
            dynamic.initiator,
            dynamic.inhabitants_involvement,
            dynamic.debate,
        )
        for slug, dynamic in published().items()
    }

    assert found == study.governance()


def test_logics_of_development_are_those_of_chapter_1_1_and_no_other():
    found = {
        slug: dynamic.development_logic
        for slug, dynamic in published().items()
        if dynamic.development_logic
    }

    assert found == study.LOGICS


def test_a_reading_choice_gives_its_reason():
    for dynamic in published().values():
        for decision in dynamic.decisions.all():
            assert decision.about
            assert decision.followed
            assert decision.why


def test_euralens_has_a_record_and_no_monograph():
    euralens = Dynamic.objects.published().get(slug="euralens")

    assert not MonographPage.objects.filter(dynamic=euralens).exists()
    assert euralens.presentation
    assert euralens.citations.exists()


@pytest.mark.parametrize("slug", list(study.DYNAMICS))
def test_every_section_of_a_file_is_on_its_page(slug):
    page = MonographPage.objects.published().get(slug=slug)
    text = re.sub(r"\s", " ", (FOLDER / "dynamics" / f"{slug}.md").read_text(encoding="utf-8"))

    for section in DIMENSIONS:
        assert bool(getattr(page, section.value)) is (DIMENSION_TITLES[section.value] in text)


@pytest.mark.parametrize("slug", list(study.DYNAMICS))
def test_the_monographs_of_the_study_tell_the_five_dimensions(slug):
    page = MonographPage.objects.published().get(slug=slug)

    assert [section.value for section in DIMENSIONS if not getattr(page, section.value)] == []


@pytest.mark.parametrize("slug", list(study.DYNAMICS))
def test_every_section_says_where_it_comes_from(slug):
    page = MonographPage.objects.get(slug=slug)
    sourced = set(page.section_sources.values_list("section", flat=True))

    written = {section.value for section in DIMENSIONS if getattr(page, section.value)}
    assert written <= sourced
    assert page.dynamic.citations.exists()


def test_dates_are_told_oldest_first_and_with_their_source():
    for slug in published():
        events = header_of(FOLDER / "dynamics" / f"{slug}.md").get("timeline", [])
        years = [str(event["date"])[:4] for event in events]
        assert years == sorted(years), slug
        assert all(event.get("source") for event in events), slug
