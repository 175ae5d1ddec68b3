"""What the linker knows of the glossary."""

import pytest

from portal.core.publishing import publish
from portal.glossary.mentions import linker_for
from portal.glossary.models import TermName
from tests.factories import make_term

pytestmark = pytest.mark.django_db


def test_every_name_of_a_published_term_leads_to_it():
    make_term(
        "Société coopérative", acronyms=["SCIC"], synonyms=["coopérative d’intérêt collectif"]
    )

    for words in ("sociétés coopératives", "SCIC", "coopérative d’intérêt collectif"):
        assert 'href="/glossaire/societe-cooperative/"' in linker_for().link(f"<p>une {words}</p>")


def test_a_draft_is_not_linked():
    make_term("Tiers-lieu", live=False)

    assert linker_for().link("<p>un tiers-lieu</p>") == "<p>un tiers-lieu</p>"


def test_a_term_does_not_link_to_itself_on_its_own_page():
    make_term("Tiers-lieu")

    html = linker_for("/glossaire/tiers-lieu/").link("<p>un tiers-lieu</p>")

    assert html == "<p>un tiers-lieu</p>"


def test_words_of_everyday_are_not_linked():
    make_term("Territoire")
    make_term("Coopération")

    assert "<a" not in linker_for().link("<p>Les territoires, la coopération</p>")


def test_a_correction_of_the_glossary_is_seen_at_once():
    term = make_term("Tiers-lieu")
    assert "<a" not in linker_for().link("<p>une friche</p>")

    term.other_names = [TermName(kind="synonym", name="friche")]
    publish(term)

    assert "<a" in linker_for().link("<p>une friche</p>")


def test_a_term_taken_off_the_site_is_no_longer_linked():
    term = make_term("Tiers-lieu")
    assert "<a" in linker_for().link("<p>un tiers-lieu</p>")

    term.unpublish()

    assert "<a" not in linker_for().link("<p>un tiers-lieu</p>")


def test_a_page_asks_the_database_once(django_assert_num_queries):
    for number in range(10):
        make_term(f"Terme numéro {number}")
    linker_for()

    with django_assert_num_queries(1):
        linker_for()
