"""References as content files write them."""

import pytest

from portal.bibliography.references import UnknownSourceError, citations, in_words, parse
from portal.glossary.models import TermCitation
from tests.factories import make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def study():
    """The document that most references name."""
    return make_source("etude", short="Étude (2020)")


@pytest.mark.parametrize(
    ("reference", "locator"),
    [
        ("etude", ""),
        ("etude 1.5", "1.5"),
        ("etude 1.5 « Les points de vigilance »", "1.5 « Les points de vigilance »"),
        ("etude annexe 3, Débat mouvant", "annexe 3, Débat mouvant"),
        ("etude, annexe 3", "annexe 3"),
    ],
)
def test_a_reference_is_a_document_and_a_place_in_it(study, reference, locator):
    assert parse(reference) == (study, locator)


@pytest.mark.parametrize("reference", ["", "inconnu 1.5", "Étude 1.5", "etude1.5"])
def test_a_reference_to_an_unknown_document_is_refused(study, reference):
    with pytest.raises(UnknownSourceError, match="cites an unknown document"):
        parse(reference)


def test_citations_keep_their_order(study):
    found = citations(TermCitation, ["etude 2", "etude 1"])

    assert [(each.source, each.locator, each.sort_order) for each in found] == [
        (study, "2", 0),
        (study, "1", 1),
    ]


def test_a_reference_reads_as_a_short_form_and_a_place(study):
    assert in_words("etude 1.5") == "Étude (2020), 1.5"
    assert in_words("etude") == "Étude (2020)"
    assert str(citations(TermCitation, ["etude 1.5"])[0]) == "Étude (2020), 1.5"
    assert str(citations(TermCitation, ["etude"])[0]) == "Étude (2020)"
