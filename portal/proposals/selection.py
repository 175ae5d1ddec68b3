"""Which propositions one reads, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass

from portal.proposals.models import Proposal


@dataclass(frozen=True)
class Selection:
    """One addressee, one theme; empty means all. Unknown values select nothing."""

    addressee: str = ""
    theme: str = ""

    def apply(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """Keep the propositions that match, in their order."""
        return [proposal for proposal in proposals if self._matches(proposal)]

    def _matches(self, proposal: Proposal) -> bool:
        if self.addressee and proposal.addressee != self.addressee:
            return False
        return not self.theme or any(theme.code == self.theme for theme in proposal.themes.all())


def by_addressee(
    proposals: Iterable[Proposal],
) -> list[tuple[str, list[tuple[str, list[Proposal]]]]]:
    """Group propositions as `(addressee, [(topic, propositions)])`, both in reading order."""
    groups: dict[str, dict[str, list[Proposal]]] = {}
    for proposal in proposals:
        topics = groups.setdefault(proposal.get_addressee_display(), {})
        topics.setdefault(proposal.topic, []).append(proposal)
    return [(addressee, list(topics.items())) for addressee, topics in groups.items()]
