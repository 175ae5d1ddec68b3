"""The editorial pages: the community, the study, the guide, and what the law asks for."""

import pytest

from portal.community.models import EditorialPage
from tests.content.files import FOLDER, header_of

pytestmark = [pytest.mark.xdist_group("content"), pytest.mark.usefixtures("content")]

# What these say is about the portal itself.
OWN_WORDS = {"accessibilite", "guide", "mentions-legales"}
# The order form of the study: « Pour une communauté apprenante ».
COMMUNITY = {"ethique", "missions", "composition", "premiers-objectifs", "organisation"}


def test_there_is_one_page_per_file_under_the_parent_it_names():
    for path in (FOLDER / "pages").glob("*.md"):
        page = EditorialPage.objects.live().get(slug=path.stem)
        parent = header_of(path).get("parent") or "accueil"
        assert page.get_parent().slug == parent, path.stem


def test_the_community_says_what_the_study_says_of_it():
    under = EditorialPage.objects.get(slug="communaute").get_children().live()

    assert set(under.values_list("slug", flat=True)) == COMMUNITY


def test_a_page_has_a_summary_and_a_text():
    for page in EditorialPage.objects.live():
        assert page.summary, page.slug
        assert page.body, page.slug


def test_a_page_that_tells_facts_says_where_they_come_from():
    unsourced = EditorialPage.objects.live().filter(citations=None)

    assert set(unsourced.values_list("slug", flat=True)) == OWN_WORDS
