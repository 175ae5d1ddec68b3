"""The editorial pages, from their files."""

import pytest

from portal.community.loading import load
from portal.community.models import EditorialPage
from portal.core.content_files import ContentFileError
from tests.factories import make_source

pytestmark = pytest.mark.django_db

COMMUNITY = """+++
title = "La communauté"
summary = "Qui elle est."
order = 2
sources = ["etude 1"]
+++
Avant tout.

## Ce qu’elle fait
Elle **apprend**.
"""
ETHICS = """+++
title = "L’éthique"
parent = "communaute"
order = 1
+++
## Dix points
- un
"""


@pytest.fixture
def folder(tmp_path):
    make_source("etude")
    (tmp_path / "pages").mkdir()
    write(tmp_path, "communaute", COMMUNITY)
    write(tmp_path, "ethique", ETHICS)
    return tmp_path


def write(folder, slug, text):
    (folder / "pages" / f"{slug}.md").write_text(text)


def test_pages_stand_under_their_parent(folder, home):
    assert load(folder, home=home) == 2

    community, ethics = EditorialPage.objects.live().order_by("path")
    assert community.get_parent().pk == home.pk
    assert ethics.get_parent().pk == community.pk
    assert ethics.get_url() == "/communaute/ethique/"


def test_the_body_is_headings_and_paragraphs(folder, home):
    load(folder, home=home)

    page = EditorialPage.objects.get(slug="communaute")
    assert [(block.block_type, str(block.value)) for block in page.body][1] == (
        "heading",
        "Ce qu’elle fait",
    )
    assert [block.value.source for block in page.body if block.block_type == "paragraph"] == [
        "<p>Avant tout.</p>",
        "<p>Elle <b>apprend</b>.</p>",
    ]
    assert [citation.locator for citation in page.citations.all()] == ["1"]


def test_a_second_load_changes_nothing(folder, home):
    load(folder, home=home)

    assert load(folder, home=home) == 0
    assert [page.revisions.count() for page in EditorialPage.objects.all()] == [1, 1]


def test_a_correction_updates_and_a_key_that_left_empties(folder, home):
    load(folder, home=home)

    write(folder, "communaute", COMMUNITY.replace('summary = "Qui elle est."\n', ""))
    assert load(folder, home=home) == 1

    page = EditorialPage.objects.get(slug="communaute")
    assert page.summary == ""
    assert page.revisions.count() == 2


def test_a_page_whose_parent_changed_moves(folder, home):
    load(folder, home=home)

    write(folder, "ethique", ETHICS.replace("communaute", "").replace("L’éthique", "Éthique"))
    load(folder, home=home)

    page = EditorialPage.objects.get(slug="ethique")
    assert page.get_parent().pk == home.pk
    assert page.title == "Éthique"
    assert page.get_url() == "/ethique/"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"communaute"', '"personne"', "ethique: there is no EditorialPage « personne »"),
        ("order = 1", "", "ethique: « order » is missing"),
        ("title =", "titre =", "ethique: « title » is missing"),
    ],
)
def test_a_mistake_is_said_with_the_name_of_its_file(folder, home, old, new, sentence):
    write(folder, "ethique", ETHICS.replace(old, new))

    with pytest.raises(ContentFileError, match=sentence):
        load(folder, home=home)
