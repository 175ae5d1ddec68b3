"""Content files: read, remembered, and explained when they are wrong."""

import pytest

from portal.bibliography.models import Source
from portal.core import content_files
from portal.core.content_files import ContentFileError
from portal.core.models import LoadedFile
from portal.vocabulary.models import Theme
from tests.factories import make_entry

FILE = """+++
title = "Forum ouvert"
themes = ["inhabitants"]
+++
Avant tout.

## Pour quoi faire
Parler.

### Un sous-titre
Encore.
## Points d’attention
- un
"""


def test_a_file_is_a_header_an_introduction_and_sections():
    content = content_files.parse(FILE, slug="forum-ouvert")

    assert content.slug == "forum-ouvert"
    assert content.header == {"title": "Forum ouvert", "themes": ["inhabitants"]}
    assert content.intro == "Avant tout."
    assert content.sections == {
        "Pour quoi faire": "Parler.\n\n### Un sous-titre\nEncore.",
        "Points d’attention": "- un",
    }


def test_a_file_may_begin_with_a_section_or_have_none():
    assert content_files.parse("+++\n+++\n## Un\ntexte", slug="a").sections == {"Un": "texte"}
    assert content_files.parse("+++\n+++\n", slug="a").sections == {}
    assert content_files.parse("+++\n+++\ntexte\n", slug="a").intro == "texte"


def test_sections_are_known_by_their_titles_whatever_their_spaces_and_apostrophes():
    content = content_files.parse("+++\n+++\n## Points  d'ATTENTION\nun\n", slug="a")

    assert content.texts(["Pour quoi faire", "Points d’attention"]) == {
        "Pour quoi faire": "",
        "Points d’attention": "un",
    }


def test_a_section_of_another_title_is_refused():
    content = content_files.parse("+++\n+++\n## Points d’attentions\nun\n", slug="a")

    with pytest.raises(ContentFileError, match="« Points d’attentions » is not a section"):
        content.texts(["Points d’attention"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sans en-tête",
        "+++\ntitle = sans guillemets\n+++\n",
        '+++\ntitle = "a"\n',
        "+++\na = 1\na = 2\n+++\n",
    ],
)
def test_a_bad_header_names_its_file(text):
    with pytest.raises(ContentFileError, match=r"^debat-mouvant: "):
        content_files.parse(text, slug="debat-mouvant")


@pytest.mark.django_db
def test_a_file_that_did_not_change_is_not_loaded_twice(tmp_path):
    (tmp_path / "a.md").write_text(FILE)
    (tmp_path / "b.md").write_text(FILE)

    first = [content.slug for content in content_files.changed_pages(tmp_path, purpose="essai")]
    second = list(content_files.changed_pages(tmp_path, purpose="essai"))

    assert first == ["a", "b"]
    assert second == []


@pytest.mark.django_db
def test_only_the_file_that_changed_is_loaded_again(tmp_path):
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(FILE)
    list(content_files.changed_pages(tmp_path, purpose="essai"))

    (tmp_path / "b.md").write_text(FILE.replace("Parler", "Se parler"))
    again = [content.slug for content in content_files.changed_pages(tmp_path, purpose="essai")]

    assert again == ["b"]


@pytest.mark.django_db
def test_each_purpose_remembers_for_itself(tmp_path):
    (tmp_path / "a.md").write_text(FILE)
    list(content_files.changed_pages(tmp_path, purpose="outils"))

    found = list(content_files.changed_pages(tmp_path, purpose="expériences"))

    assert len(found) == 1
    assert LoadedFile.objects.count() == 2


@pytest.mark.django_db
def test_an_error_leaves_the_file_to_the_next_run(tmp_path):
    (tmp_path / "a.md").write_text(FILE)
    (tmp_path / "b.md").write_text("cassé")

    with pytest.raises(ContentFileError, match=r"^b: "):
        list(content_files.changed_pages(tmp_path, purpose="essai"))
    (tmp_path / "b.md").write_text(FILE)
    again = [content.slug for content in content_files.changed_pages(tmp_path, purpose="essai")]

    assert again == ["b"]


@pytest.mark.django_db
def test_what_the_caller_could_not_load_is_left_to_the_next_run(tmp_path):
    (tmp_path / "a.md").write_text(FILE)

    files = content_files.changed_pages(tmp_path, purpose="essai")
    next(files)
    files.close()

    assert len(list(content_files.changed_pages(tmp_path, purpose="essai"))) == 1


@pytest.mark.django_db
def test_a_table_is_read_when_it_changed(tmp_path):
    (tmp_path / "sources.toml").write_text('[[sources]]\nkey = "etude"\n')

    first = list(content_files.changed_tables(tmp_path, "sources.toml", purpose="essai"))
    second = list(content_files.changed_tables(tmp_path, "sources.toml", purpose="essai"))

    assert first == [{"sources": [{"key": "etude"}]}]
    assert second == []


@pytest.mark.django_db
def test_a_bad_table_names_its_file(tmp_path):
    (tmp_path / "sources.toml").write_text("[[sources")

    with pytest.raises(ContentFileError, match=r"^sources.toml: "):
        list(content_files.changed_tables(tmp_path, "sources.toml", purpose="essai"))


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (KeyError("title"), "eusko: « title » is missing."),
        (ValueError("bad date"), "eusko: bad date"),
        (ContentFileError("no such theme"), "eusko: no such theme"),
    ],
)
def test_whatever_is_wrong_is_said_with_the_name_of_the_file(error, sentence):
    with pytest.raises(ContentFileError) as caught, content_files.naming("eusko"):
        raise error

    assert str(caught.value) == sentence


def test_a_bug_of_ours_is_not_blamed_on_the_file():
    with pytest.raises(TypeError), content_files.naming("eusko"):
        raise TypeError


@pytest.mark.django_db
def test_what_a_file_points_at_is_found_in_the_order_of_the_file():
    first, second = make_entry(Theme, "governance"), make_entry(Theme, "inhabitants")

    found = content_files.find_each(Theme.objects, "code", ["inhabitants", "governance"])

    assert found == [second, first]
    assert content_files.find(Theme.objects, "code", "governance") == first
    assert content_files.find_each(Theme.objects, "code", []) == []


@pytest.mark.django_db
def test_what_a_file_points_at_must_be_there():
    make_entry(Theme, "governance")

    with pytest.raises(ContentFileError, match="no Theme « gouvernance »"):
        content_files.find_each(Theme.objects, "code", ["governance", "gouvernance"])


def test_a_key_that_left_a_file_empties_its_field():
    source = Source(key="etude", title="Ancien", short="A", author="Le Labo", year=2020)
    fields = {"title": "title", "author": "author", "year": "year", "court": "short"}

    content_files.write_fields(source, {"title": "Nouveau", "court": "N"}, fields)

    assert (source.title, source.short, source.author, source.year) == ("Nouveau", "N", "", None)


def test_a_key_whose_field_cannot_be_empty_must_be_there():
    with pytest.raises(KeyError, match="title"):
        content_files.write_fields(Source(), {}, {"title": "title"})
