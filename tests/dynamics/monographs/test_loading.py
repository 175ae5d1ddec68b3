"""The monographs, from their files."""

import pytest

from dynamics.monographs.loading import load
from dynamics.monographs.models import MonographPage
from portal.core.content_files import ContentFileError
from tests.factories import make_dynamic, make_source

pytestmark = pytest.mark.django_db

EUSKO = """+++
name = "Eusko"

[sources]
identity = ["etude 1"]
ressort = ["etude 1.1", "etude 1.2"]
points = ["etude 1.3"]
+++
## Le ressort
Une **envie**.

## L'énergie  cinétique
Des euros.
## La robustesse interne
Une équipe.
## L’impact sur le territoire
Des achats.
## Le « faire système »
Pas encore.
## Points remarquables
- un
- deux
## Questions ouvertes
- trois
## Opportunités
- quatre
"""


@pytest.fixture
def folder(tmp_path, home):
    make_source("etude")
    make_dynamic("Eusko", summary="Une monnaie.")
    (tmp_path / "dynamics").mkdir()
    write(tmp_path, EUSKO)
    return tmp_path


def write(folder, text):
    (folder / "dynamics" / "eusko.md").write_text(text)


def paragraphs(stream):
    return [block.value.source for block in stream]


def test_a_monograph_tells_the_five_dimensions(folder, directory):
    assert load(folder, directory=directory) == 1

    page = MonographPage.objects.published().get()
    assert (page.title, page.summary, page.slug) == ("Eusko", "Une monnaie.", "eusko")
    assert page.get_parent().pk == directory.pk
    assert paragraphs(page.spring) == ["<p>Une <b>envie</b>.</p>"]
    assert paragraphs(page.kinetic_energy) == ["<p>Des euros.</p>"]
    assert paragraphs(page.inner_strength) == ["<p>Une équipe.</p>"]
    assert paragraphs(page.impact) == ["<p>Des achats.</p>"]
    assert paragraphs(page.system) == ["<p>Pas encore.</p>"]
    assert paragraphs(page.remarkable_points) == ["<p>un</p>", "<p>deux</p>"]
    assert paragraphs(page.open_questions) == ["<p>trois</p>"]
    assert paragraphs(page.opportunities) == ["<p>quatre</p>"]


def test_each_section_says_where_it_comes_from(folder, directory):
    load(folder, directory=directory)

    found = MonographPage.objects.get().section_sources.values_list("section", "locator")
    assert sorted(found) == [
        ("remarkable_points", "1.3"),
        ("spring", "1.1"),
        ("spring", "1.2"),
    ]


def test_a_second_load_changes_nothing(folder, directory):
    load(folder, directory=directory)

    assert load(folder, directory=directory) == 0
    assert MonographPage.objects.get().revisions.count() == 1


def test_a_section_that_left_the_file_leaves_the_page(folder, directory):
    load(folder, directory=directory)

    write(folder, "+++\n+++\n## Le ressort\nUne idée.\n")
    load(folder, directory=directory)

    page = MonographPage.objects.get()
    assert paragraphs(page.spring) == ["<p>Une idée.</p>"]
    assert not any((page.kinetic_energy, page.system, page.remarkable_points, page.opportunities))
    assert not page.section_sources.exists()


def test_a_file_without_section_is_only_a_record(folder, directory):
    write(folder, '+++\nname = "Eusko"\n+++\n')

    assert load(folder, directory=directory) == 0
    assert not MonographPage.objects.exists()


def test_a_monograph_that_left_its_file_leaves_the_site_and_keeps_its_history(folder, directory):
    load(folder, directory=directory)

    write(folder, '+++\nname = "Eusko"\n+++\n')
    load(folder, directory=directory)

    page = MonographPage.objects.get()
    assert not page.live
    assert page.revisions.exists()


def test_a_mistake_is_said_with_the_name_of_its_file(folder, directory):
    write(folder, EUSKO.replace('"etude 1.3"', '"inconnu 1.3"'))

    with pytest.raises(ContentFileError, match=r"eusko: .* cites an unknown document"):
        load(folder, directory=directory)


def test_a_section_that_nobody_knows_is_refused(folder, directory):
    write(folder, EUSKO.replace("## Le ressort", "## Le resort"))

    with pytest.raises(ContentFileError, match="eusko: « Le resort » is not a section"):
        load(folder, directory=directory)
