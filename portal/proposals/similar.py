"""What the portal has that is close to the propositions one reads."""

from collections.abc import Iterable

from portal.proposals.models import Proposal
from search.queries import find
from search.request import Hit, SearchRequest

KINDS = ("dynamic", "method", "term")
MOST_SIMILAR = 4


def close_to(proposals: Iterable[Proposal]) -> tuple[Hit, ...]:
    """Find what speaks of their topics, best first. One question for all of them; nothing when search is down.

    They are read on one page: what resembles each of them would be as many lists as propositions.
    """
    topics = dict.fromkeys(proposal.topic for proposal in proposals)
    if not topics:
        return ()
    asked = SearchRequest(
        " ".join(topics),
        kinds=KINDS,
        per_page=MOST_SIMILAR,
        is_verbatim=True,
        is_guided=False,
    )
    return find(asked).hits
