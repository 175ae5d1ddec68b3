"""Where each part of a monograph comes from."""

import pytest

from dynamics.directory.models import DynamicCitation
from dynamics.monographs.models import SectionSource
from dynamics.monographs.sources import IDENTITY, sources_of
from tests.factories import make_dynamic, make_monograph, make_source

pytestmark = pytest.mark.django_db


def cited(page):
    found = sources_of(page, page.dynamic)
    return {
        part: [(each.source.key, each.locator) for each in those] for part, those in found.items()
    }


def section(name, locator, position):
    return SectionSource(
        section=name, source=make_source("etude"), locator=locator, sort_order=position
    )


@pytest.fixture
def page(directory):
    citation = DynamicCitation(source=make_source("identite"), locator="p. 2")
    sections = [section("spring", "1.2", 1), section("spring", "1.1", 0), section("impact", "3", 0)]
    return make_monograph(make_dynamic("Eusko", citations=[citation]), section_sources=sections)


def test_each_part_has_its_sources_in_order(page):
    page = type(page).objects.get()

    assert cited(page) == {
        "spring": [("etude", "1.1"), ("etude", "1.2")],
        "impact": [("etude", "3")],
        IDENTITY: [("identite", "p. 2")],
    }


def test_they_cost_one_query(page, django_assert_num_queries):
    page = type(page).objects.select_related("dynamic").get()

    with django_assert_num_queries(1):
        assert all(each.source.short for each in sources_of(page, page.dynamic)["spring"])


def test_a_document_that_was_just_added_can_be_cited_at_once(page):
    page = type(page).objects.get()
    sources_of(page, page.dynamic)
    late = make_source("nouveau")

    SectionSource.objects.create(page=page, section="system", source=late, locator="1")

    assert cited(type(page).objects.get())["system"] == [("nouveau", "1")]


def test_a_draft_shows_the_sources_it_will_have(page):
    page = type(page).objects.get()
    page.section_sources = [section("spring", "9", 0)]

    assert cited(page)["spring"] == [("etude", "9")]
