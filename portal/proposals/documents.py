"""What search may know of the propositions."""

from collections.abc import Iterable

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from portal.core.plain_text import words_of_html
from portal.proposals.models import Proposal
from search import registry
from search.schema import SearchDocument

KIND = "proposal"


def build(primary_key: str) -> SearchDocument | None:
    """Describe a proposition, unless it is a draft."""
    proposal = Proposal.objects.published().complete().filter(pk=primary_key).first()
    if proposal is None:
        return None
    return SearchDocument(
        uid=f"{KIND}:{proposal.pk}",
        kind=KIND,
        title=proposal.title,
        url=proposal.get_absolute_url(),
        summary=words_of_html(proposal.text),
        body=proposal.topic,
        facets={
            "theme": tuple(theme.code for theme in proposal.themes.all()),
            "addressee": (proposal.addressee,),
        },
        updated_at=proposal.updated_at,
    )


def primary_keys() -> Iterable[int]:
    """Every proposition one may read."""
    return Proposal.objects.published().values_list("pk", flat=True)


def touched_by(instance: Model) -> list[str]:
    """The proposition itself."""
    return [f"{KIND}:{instance.pk}"]


def register() -> None:
    """Make the propositions findable."""
    registry.register(
        registry.Subject(
            kind=KIND,
            label=_("proposition"),
            label_plural=_("Propositions"),
            models=(Proposal,),
            build=build,
            primary_keys=primary_keys,
            touched_by=touched_by,
        )
    )
    registry.register_facet(
        "addressee", _("Addressed to"), lambda: dict(Proposal.Addressee.choices), is_ordered=True
    )
