"""The referential: what the study's annex names, and what the other sources bring."""

import re

import pytest

from dynamics.directory.models import Experience
from portal.core.plain_text import words_of
from portal.glossary.linking import key_of
from tests.content import study
from tests.content.files import FOLDER, header_of
from toolbox.models import MethodPage

pytestmark = [pytest.mark.xdist_group("content"), pytest.mark.usefixtures("content")]


def key(title: str) -> str:
    """Titles are the same without what is in brackets, in the singular as in the plural."""
    return key_of(re.sub(r"\s*\(.*\)", "", title))


def test_there_are_at_least_forty_methods_and_one_per_file():
    count = MethodPage.objects.published().count()

    assert count >= 40
    assert count == len(list((FOLDER / "methods").glob("*.md")))


def test_the_twenty_one_methods_of_the_annex_are_there():
    titles = {key(page.title) for page in MethodPage.objects.published()}

    assert len(study.METHODS) == 21
    assert [title for title in study.METHODS if key(title) not in titles] == []


def test_a_method_says_what_for_about_what_and_after_whom():
    for page in MethodPage.objects.published():
        assert page.summary, page.slug
        assert words_of(page.purpose), page.slug
        assert page.themes.exists(), page.slug
        assert page.tags.count() >= 3, page.slug
        assert page.citations.exists(), page.slug


def test_every_experience_of_the_files_is_told():
    expected = {
        (path.stem, each.get("dynamic", ""), each.get("organisation", ""))
        for path in (FOLDER / "methods").glob("*.md")
        for each in header_of(path).get("experiences", [])
    }

    found = Experience.objects.select_related("method", "dynamic")
    assert {
        (each.method.slug, each.dynamic.slug if each.dynamic else "", each.organisation)
        for each in found
    } == expected


def test_every_dynamic_of_the_study_used_a_method():
    used = set(Experience.objects.values_list("dynamic__slug", flat=True))

    assert set(study.DYNAMICS) - used == set()


def test_the_self_diagnoses_ask_questions():
    asking = {page.slug for page in MethodPage.objects.published() if page.questions}

    assert {"criteres-des-communs", "conditions-d-emergence-des-communs"} <= asking


def test_the_filiations_of_the_files_are_kept():
    expected = {
        path.stem: origin
        for path in (FOLDER / "methods").glob("*.md")
        if (origin := header_of(path).get("derived_from"))
    }

    borrowed = MethodPage.objects.filter(derived_from__isnull=False)
    assert dict(borrowed.values_list("slug", "derived_from__slug")) == expected
