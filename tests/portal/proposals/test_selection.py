"""Which propositions one reads, and in which order."""

import pytest

from portal.proposals.models import Proposal
from portal.proposals.selection import Selection, by_addressee
from tests.factories import make_proposal

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposals():
    """Three propositions: two addressees, two topics, two themes."""
    make_proposal(
        "Un", addressee="funders", topic="Coopération", themes=["cooperation"], position=1
    )
    make_proposal("Deux", addressee="funders", topic="Modèles", themes=["models"], position=2)
    make_proposal(
        "Trois",
        addressee="lawmakers",
        topic="Modèles",
        themes=["cooperation", "models"],
        position=3,
    )
    return list(Proposal.objects.published().complete())


@pytest.mark.parametrize(
    ("selection", "titles"),
    [
        (Selection(), ["Un", "Deux", "Trois"]),
        (Selection(addressee="funders"), ["Un", "Deux"]),
        (Selection(theme="cooperation"), ["Un", "Trois"]),
        (Selection(addressee="funders", theme="cooperation"), ["Un"]),
        (Selection(addressee="personne"), []),
        (Selection(theme="magie"), []),
    ],
)
def test_a_selection_keeps_what_matches_in_its_order(proposals, selection, titles):
    assert [proposal.title for proposal in selection.apply(proposals)] == titles


def test_propositions_are_grouped_by_addressee_then_topic(proposals):
    groups = [
        (topic, [proposal.title for proposal in found])
        for _addressee, topics in by_addressee(proposals)
        for topic, found in topics
    ]

    assert groups == [("Coopération", ["Un"]), ("Modèles", ["Deux"]), ("Modèles", ["Trois"])]
    assert [len(topics) for _addressee, topics in by_addressee(proposals)] == [2, 1]


def test_a_topic_that_comes_back_is_one_group():
    for position, topic in enumerate(("A", "B", "A")):
        make_proposal(f"{topic}{position}", topic=topic, position=position)

    ((_addressee, topics),) = by_addressee(Proposal.objects.all())

    assert [(topic, len(found)) for topic, found in topics] == [("A", 2), ("B", 1)]


def test_no_proposition_no_group():
    assert by_addressee([]) == []


def test_selecting_asks_the_database_nothing_more(proposals, django_assert_num_queries):
    with django_assert_num_queries(0):
        Selection(theme="models").apply(proposals)
        by_addressee(proposals)
