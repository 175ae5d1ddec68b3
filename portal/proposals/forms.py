"""What editors type of a proposition."""

from portal.core.forms import AddressedForm


class ProposalForm(AddressedForm):
    """A proposition: its address is made from its title."""

    named_by = "title"
