"""What people of the field ask, and what they expect to find first, on the whole content."""

import pytest

from search import registry
from search.models import SynonymRule
from search.queries import find, similar_to
from search.request import Results, SearchRequest

pytestmark = [pytest.mark.xdist_group("content"), pytest.mark.usefixtures("content")]

# The question, what must come first, what must be among the first six.
EXPECTED = [
    (
        "comment impliquer les habitants",
        "Degrés d’implication des habitants",
        {"Alliance avec les bailleurs sociaux", "Accompagnement individuel de projets d’habitants"},
    ),
    (
        "scic",
        "Société coopérative d’intérêt collectif",
        {"Gouverner ensemble en SCIC", "Faire connaître les SCIC aux élus et aux services"},
    ),
    ("financement particpatif", "Financement participatif citoyen", {"Budget participatif"}),
    (
        "l'énergie citoyenne",
        "",
        {"Sociétariat citoyen", "Financement participatif citoyen", "TEPOS Cœur Haute Lande"},
    ),
    ("tiers lieux", "Tiers-lieu", {"Bliiida", "Imaginations fertiles"}),
    # Words of the field that these texts do not use.
    ("coworking", "Tiers-lieu", {"Bliiida"}),
    ("crowdfunding", "Financement participatif citoyen", set()),
    ("MLCC", "Monnaie locale", {"Eusko"}),
    ("AMAP", "Projet alimentaire territorial", {"PAT du Douaisis"}),
    ("passer la main", "Passage de relais", set()),
]


def ask(question: str) -> Results:
    return find(SearchRequest(question, per_page=6))


@pytest.mark.parametrize(
    ("question", "first", "among"), EXPECTED, ids=[question for question, *_ in EXPECTED]
)
def test_a_newcomer_finds_what_a_person_of_the_field_expects(question, first, among):
    titles = [hit.title for hit in ask(question).hits]

    assert titles[0] == first or not first
    assert among - set(titles) == set()


def test_an_acronym_is_spelt_out():
    assert "SCIC = Société coopérative d’intérêt collectif" in ask("scic").explanations


def test_a_typing_mistake_is_corrected_and_said():
    assert ask("financement particpatif").corrected == "financement participatif"


def test_accents_and_capitals_change_nothing():
    assert ask("L'ENERGIE CITOYENNE").uids == ask("l’énergie citoyenne").uids


def test_every_word_of_the_first_synonyms_finds_something():
    forms = {
        form
        for group in registry.synonym_groups()
        if any(group.forms[0] in rule.rule for rule in SynonymRule.objects.all())
        for form in (*group.forms, *group.from_only)
    }

    assert SynonymRule.objects.count() >= 10
    assert {form for form in forms if not ask(form).total} == set()


@pytest.mark.parametrize("kind", ["dynamic", "method", "term", "page"])
def test_everything_one_reads_has_something_close_to_it(kind):
    subject = next(each for each in registry.subjects() if each.kind == kind)

    alone = [key for key in subject.primary_keys() if not similar_to(subject.uid(key))]

    assert alone == []
