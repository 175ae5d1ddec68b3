"""The glossary: every heading of the study's annex, under one name or another."""

from collections import defaultdict

import pytest

from dynamics.directory.models import DynamicType
from portal.core.plain_text import words_of_html
from portal.glossary.linking import key_of
from portal.glossary.models import Term
from tests.content import study
from tests.content.files import FOLDER, header_of

pytestmark = [pytest.mark.xdist_group("content"), pytest.mark.usefixtures("content")]


def terms_by_name() -> dict[str, set[str]]:
    """Return the slugs of the terms that bear each name."""
    bearers = defaultdict(set)
    for term in Term.objects.published().with_names():
        for name in (term.name, *(other.name for other in term.other_names.all())):
            bearers[key_of(name)].add(term.slug)
    return bearers


@pytest.mark.parametrize("heading", study.GLOSSARY)
def test_every_heading_of_the_annex_is_a_name(heading):
    assert key_of(heading) in terms_by_name()


def test_there_is_one_term_per_file():
    assert Term.objects.published().count() == len(list((FOLDER / "terms").glob("*.md")))


def test_a_name_means_one_thing():
    assert {name: slugs for name, slugs in terms_by_name().items() if len(slugs) > 1} == {}


def test_a_term_has_a_definition_and_a_source():
    for term in Term.objects.published():
        assert words_of_html(term.definition), term.slug
        assert term.citations.exists(), term.slug


def test_a_term_points_at_what_its_file_names():
    for path in (FOLDER / "terms").glob("*.md"):
        term = Term.objects.get(slug=path.stem)
        expected = set(header_of(path).get("see_also", []))
        assert {other.slug for other in term.see_also.all()} == expected, path.stem


def test_a_type_of_dynamic_leads_to_a_term_that_exists():
    named = set(DynamicType.objects.exclude(term_slug="").values_list("term_slug", flat=True))

    assert named - set(Term.objects.published().values_list("slug", flat=True)) == set()
