"""The propositions: as many to each addressee as the study has."""

from collections import Counter

import pytest

from portal.core.plain_text import words_of_html
from portal.proposals.models import Proposal
from tests.content import study

pytestmark = [pytest.mark.xdist_group("content"), pytest.mark.usefixtures("content")]


def test_each_addressee_has_the_propositions_of_the_annex():
    found = Counter(Proposal.objects.published().values_list("addressee", flat=True))

    assert found == study.PROPOSALS


def test_a_proposition_is_complete():
    for proposal in Proposal.objects.published().complete():
        assert proposal.topic, proposal.slug
        assert len(words_of_html(proposal.text)) > len(proposal.title) / 2, proposal.slug
        assert proposal.themes.all(), proposal.slug
        assert proposal.citations.all(), proposal.slug
