"""Load the propositions from `fixtures/proposals.toml`."""

from pathlib import Path

from portal.bibliography.references import citations
from portal.core.content_files import changed_tables, find_each, naming
from portal.core.prose import rich_text
from portal.core.publishing import publish
from portal.proposals.models import Proposal, ProposalCitation
from portal.vocabulary.models import Theme


def load_proposal(values: dict, position: int) -> None:
    """Create or update one proposition and publish it."""
    slug = values["slug"]
    proposal = Proposal.objects.filter(slug=slug).first() or Proposal(slug=slug)
    proposal.title = values["title"]
    proposal.addressee = values["addressee"]
    proposal.topic = values["topic"]
    proposal.text = rich_text(values["text"])
    proposal.position = position
    proposal.citations = citations(ProposalCitation, values.get("sources", []))
    proposal.themes = find_each(Theme.objects, "code", values.get("themes", []))
    publish(proposal)


def load(folder: Path) -> int:
    """Load every proposition if the file changed; return how many were read."""
    count = 0
    for tables in changed_tables(folder, "proposals.toml", purpose="proposals"):
        for values in tables["proposals"]:
            with naming(f"proposals.toml, {values.get('slug', 'a proposition')}"):
                load_proposal(values, count)
            count += 1
    return count
