"""The referential, from its files."""

import pytest

from portal.core.content_files import ContentFileError
from portal.vocabulary.models import Barrier, Phase, Theme
from tests.factories import make_entries, make_source
from toolbox.loading import load
from toolbox.models import MethodPage

pytestmark = pytest.mark.django_db

FORUM = """+++
title = "Forum ouvert"
kind = "animation"
summary = "Chacun propose un sujet."
phases = ["emergence", "structuring"]
themes = ["inhabitants"]
barriers = ["silos"]
tags = ["animation", "débat"]
participants = "Tous ceux que le sujet concerne"
participants_min = 5
participants_max = 1000
duration = "Un à trois jours"
promoted_by = "Harrison Owen"
sources = ["etude annexe 3, Forum ouvert"]

[[variants]]
name = "En ligne"
text = "À **distance**."

[[questions]]
group = "Avant"
text = "Qui invite ?"

[[questions]]
group = "Après"
text = "Qui rend compte ?"

[[questions]]
group = "Avant"
text = "Où ?"
+++
## Pour quoi faire
Parler.

### Quand
Tôt.
## Comment s’y prendre
1. Inviter.
2. Écouter.
## Points d’attention
- Prendre le temps.
"""
SMALL = """+++
title = "Petit forum"
kind = "animation"
summary = ""
themes = ["inhabitants"]
derived_from = "forum-ouvert"
+++
"""


@pytest.fixture
def folder(tmp_path):
    make_source("etude")
    make_entries(Theme, ["inhabitants"])
    make_entries(Phase, ["emergence", "structuring"])
    make_entries(Barrier, ["silos"])
    (tmp_path / "methods").mkdir()
    write(tmp_path, "forum-ouvert", FORUM)
    return tmp_path


def write(folder, slug, text):
    (folder / "methods" / f"{slug}.md").write_text(text)


def test_a_method_is_published_with_everything_its_file_says(folder, referential):
    assert load(folder, index=referential) == 1

    page = MethodPage.objects.published().get()
    assert page.get_parent().pk == referential.pk
    assert (page.title, page.kind, page.summary) == (
        "Forum ouvert",
        "animation",
        "Chacun propose un sujet.",
    )
    assert (page.min_participants, page.max_participants) == (5, 1000)
    assert page.participants == "Tous ceux que le sujet concerne"
    assert (page.duration, page.promoted_by) == ("Un à trois jours", "Harrison Owen")
    assert {phase.code for phase in page.phases.all()} == {"emergence", "structuring"}
    assert {barrier.code for barrier in page.barriers.all()} == {"silos"}
    assert set(page.tags.names()) == {"animation", "débat"}
    assert [citation.locator for citation in page.citations.all()] == ["annexe 3, Forum ouvert"]


def test_the_sections_become_blocks(folder, referential):
    load(folder, index=referential)

    page = MethodPage.objects.get()
    assert [block.block_type for block in page.purpose] == ["paragraph", "heading", "paragraph"]
    assert [step.value.source for step in page.steps] == ["<p>Inviter.</p>", "<p>Écouter.</p>"]
    assert [point.value.source for point in page.cautions] == ["<p>Prendre le temps.</p>"]
    assert page.variants[0].value["text"].source == "<p>À <b>distance</b>.</p>"


def test_questions_are_gathered_by_group_in_order(folder, referential):
    load(folder, index=referential)

    groups = [
        (group.value["title"], list(group.value["questions"]))
        for group in MethodPage.objects.get().questions
    ]
    assert groups == [("Avant", ["Qui invite ?", "Où ?"]), ("Après", ["Qui rend compte ?"])]


def test_a_second_load_changes_nothing(folder, referential):
    load(folder, index=referential)
    before = MethodPage.objects.values().get()

    assert load(folder, index=referential) == 0
    assert MethodPage.objects.values().get() == before
    assert MethodPage.objects.get().revisions.count() == 1


def test_a_corrected_file_corrects_its_method_where_it_is(folder, referential):
    load(folder, index=referential)
    before = MethodPage.objects.get()

    write(folder, "forum-ouvert", FORUM.replace("Écouter.", "Écouter vraiment."))
    load(folder, index=referential)

    page = MethodPage.objects.get()
    assert page.pk == before.pk
    assert page.steps[1].value.source == "<p>Écouter vraiment.</p>"
    assert page.revisions.count() == 2


def test_a_key_or_a_section_that_left_the_file_leaves_the_method(folder, referential):
    load(folder, index=referential)

    write(
        folder,
        "forum-ouvert",
        '+++\ntitle = "Forum ouvert"\nkind = "animation"\nthemes = ["inhabitants"]\n+++\n',
    )
    load(folder, index=referential)

    page = MethodPage.objects.get()
    assert (page.summary, page.participants, page.duration, page.promoted_by) == ("", "", "", "")
    assert (page.min_participants, page.max_participants) == (None, None)
    for related in (page.phases, page.barriers, page.citations, page.tagged_items):
        assert not related.exists()
    assert not any((page.purpose, page.steps, page.cautions, page.variants, page.questions))


def test_a_method_may_be_borrowed_from_another_whatever_their_order(folder, referential):
    write(folder, "a-petit-forum", SMALL)

    load(folder, index=referential)

    small = MethodPage.objects.get(slug="a-petit-forum")
    assert small.derived_from.slug == "forum-ouvert"
    assert small.revisions.count() == 1


def test_a_method_that_is_no_longer_borrowed_has_no_origin(folder, referential):
    write(folder, "petit-forum", SMALL)
    load(folder, index=referential)

    write(folder, "petit-forum", SMALL.replace('derived_from = "forum-ouvert"\n', ""))
    load(folder, index=referential)

    assert MethodPage.objects.get(slug="petit-forum").derived_from is None


def test_two_methods_borrowed_from_each_other_are_refused(folder, referential):
    write(folder, "petit-forum", SMALL)
    write(folder, "forum-ouvert", FORUM.replace("sources", 'derived_from = "petit-forum"\nsources'))

    with pytest.raises(ContentFileError, match="cycle"):
        load(folder, index=referential)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('["silos"]', '["silo"]', "forum-ouvert: there is no Barrier « silo »"),
        ('"etude annexe', '"inconnu annexe', "forum-ouvert: .* cites an unknown document"),
        ("kind =", "genre =", "forum-ouvert: « kind » is missing"),
        ("participants_min", 'derived_from = "rien"\nparticipants_min', "forum-ouvert: .*« rien »"),
    ],
)
def test_a_mistake_is_said_with_the_name_of_its_file(folder, referential, old, new, sentence):
    write(folder, "forum-ouvert", FORUM.replace(old, new))

    with pytest.raises(ContentFileError, match=sentence):
        load(folder, index=referential)
