"""The glossary, from its files."""

import pytest

from portal.core.content_files import ContentFileError
from portal.glossary.loading import load
from portal.glossary.models import Term
from portal.vocabulary.models import Theme
from tests.factories import make_entry, make_source

pytestmark = pytest.mark.django_db

SCIC = """+++
name = "Société coopérative d’intérêt collectif"
acronyms = ["SCIC"]
synonyms = ["coopérative d’intérêt collectif"]
see_also = ["tiers-lieu"]
themes = ["governance"]
kind = "legal_form"
sources = ["etude annexe 2, SCIC"]
+++
Une **coopérative** à plusieurs collèges.
"""
PLACE = """+++
name = "Tiers-lieu"
sources = ["etude annexe 2"]
+++
Un lieu.
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with two terms, and what they refer to."""
    make_source("etude")
    make_entry(Theme, "governance")
    (tmp_path / "terms").mkdir()
    write(tmp_path, "scic", SCIC)
    write(tmp_path, "tiers-lieu", PLACE)
    return tmp_path


def write(folder, slug, text):
    (folder / "terms" / f"{slug}.md").write_text(text)


def test_a_term_is_published_with_its_names_and_its_ties(folder):
    assert load(folder) == 2

    term = Term.objects.published().get(slug="scic")
    assert term.name == "Société coopérative d’intérêt collectif"
    assert term.kind == Term.Kind.LEGAL_FORM
    assert term.definition == "<p>Une <b>coopérative</b> à plusieurs collèges.</p>"
    assert [(other.kind, other.name) for other in term.other_names.all()] == [
        ("acronym", "SCIC"),
        ("synonym", "coopérative d’intérêt collectif"),
    ]
    assert [other.slug for other in term.see_also.all()] == ["tiers-lieu"]
    assert [theme.code for theme in term.themes.all()] == ["governance"]
    assert [citation.locator for citation in term.citations.all()] == ["annexe 2, SCIC"]


def test_a_term_points_only_at_what_its_own_file_names(folder):
    load(folder)

    assert not Term.objects.get(slug="tiers-lieu").see_also.exists()


def test_two_terms_may_point_at_each_other(folder):
    write(folder, "tiers-lieu", PLACE.replace("sources", 'see_also = ["scic"]\nsources'))

    load(folder)

    assert Term.objects.get(slug="tiers-lieu").see_also.get().slug == "scic"
    assert Term.objects.get(slug="scic").see_also.get().slug == "tiers-lieu"


def test_a_second_load_changes_nothing(folder):
    load(folder)
    before = list(Term.objects.values())

    assert load(folder) == 0
    assert list(Term.objects.values()) == before
    assert [term.revisions.count() for term in Term.objects.all()] == [1, 1]


def test_a_corrected_file_corrects_its_term_alone(folder):
    load(folder)

    write(folder, "tiers-lieu", PLACE.replace("Un lieu.", "Un lieu partagé."))

    assert load(folder) == 1
    term = Term.objects.get(slug="tiers-lieu")
    assert term.definition == "<p>Un lieu partagé.</p>"
    assert term.revisions.count() == 2
    assert Term.objects.get(slug="scic").revisions.count() == 1


def test_a_key_that_left_the_file_leaves_the_term(folder):
    load(folder)

    lines = [
        line for line in SCIC.splitlines() if not line.startswith(("ac", "syn", "see", "th", "k"))
    ]
    write(folder, "scic", "\n".join(lines) + "\n")
    load(folder)

    term = Term.objects.get(slug="scic")
    assert term.kind == Term.Kind.NOTION
    assert not term.other_names.exists()
    assert not term.see_also.exists()
    assert not term.themes.exists()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("etude annexe", "inconnu annexe", "scic: « inconnu annexe 2, SCIC » cites an unknown"),
        ('"governance"', '"gouvernance"', "scic: there is no Theme « gouvernance »"),
        ('"tiers-lieu"', '"tiers-lieux"', "scic: there is no Term « tiers-lieux »"),
        ("name =", "nom =", "scic: « name » is missing"),
    ],
)
def test_a_mistake_is_said_with_the_name_of_its_file(folder, old, new, sentence):
    write(folder, "scic", SCIC.replace(old, new))

    with pytest.raises(ContentFileError, match=sentence):
        load(folder)
