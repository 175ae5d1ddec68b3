"""The propositions, from their file."""

import pytest

from portal.core.content_files import ContentFileError
from portal.proposals.loading import load
from portal.proposals.models import Proposal
from portal.vocabulary.models import Theme
from tests.factories import make_entry, make_source

pytestmark = pytest.mark.django_db

FIRST = """
[[proposals]]
slug = "financer-l-animation"
addressee = "funders"
topic = "Coopération"
title = "Financer l’animation"
text = "Payer **l’animation**."
themes = ["cooperation"]
sources = ["etude annexe 1"]
"""
SECOND = FIRST.replace("financer-l-animation", "autre").replace("Financer l’animation", "Autre")


@pytest.fixture
def folder(tmp_path):
    make_source("etude")
    make_entry(Theme, "cooperation")
    (tmp_path / "proposals.toml").write_text(FIRST + SECOND)
    return tmp_path


def test_propositions_are_published_in_the_order_of_the_file(folder):
    assert load(folder) == 2

    first, second = Proposal.objects.published()
    assert (first.slug, second.slug) == ("financer-l-animation", "autre")
    assert first.addressee == Proposal.Addressee.FUNDERS
    assert first.text == "<p>Payer <b>l’animation</b>.</p>"
    assert [theme.code for theme in first.themes.all()] == ["cooperation"]
    assert [citation.locator for citation in first.citations.all()] == ["annexe 1"]


def test_a_second_load_changes_nothing(folder):
    load(folder)
    before = list(Proposal.objects.values())

    assert load(folder) == 0
    assert list(Proposal.objects.values()) == before


def test_a_correction_updates_and_a_key_that_left_empties(folder):
    load(folder)
    corrected = FIRST.replace("Payer", "Financer").replace('themes = ["cooperation"]\n', "")
    (folder / "proposals.toml").write_text(corrected)

    load(folder)

    proposal = Proposal.objects.get(slug="financer-l-animation")
    assert proposal.text == "<p>Financer <b>l’animation</b>.</p>"
    assert not proposal.themes.exists()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"etude', '"inconnu', "proposals.toml, financer-l-animation: .* unknown document"),
        ('"cooperation"', '"magie"', "proposals.toml, financer-l-animation: .* « magie »"),
        ("topic =", "sujet =", "proposals.toml, financer-l-animation: « topic » is missing"),
    ],
)
def test_a_mistake_is_said_with_the_name_of_its_proposition(folder, old, new, sentence):
    (folder / "proposals.toml").write_text(FIRST.replace(old, new))

    with pytest.raises(ContentFileError, match=sentence):
        load(folder)
