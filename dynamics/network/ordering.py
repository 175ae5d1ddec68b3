"""The way round in which a tie is stored, when it is said alike from both ends."""

from typing import TYPE_CHECKING

from dynamics.network.relations import SYMMETRIC

if TYPE_CHECKING:
    from dynamics.network.models import Tie


def in_order(tie: "Tie") -> "Tie":
    """Turn a tie that is said alike from both ends the way it is stored: once."""
    if tie.type not in SYMMETRIC:
        return tie
    if tie.source_outside and tie.target_id:
        tie.source, tie.target = tie.target, None
        tie.target_outside, tie.source_outside = tie.source_outside, ""
    elif tie.source_id and tie.target_id and tie.source_id > tie.target_id:
        tie.source, tie.target = tie.target, tie.source
    return tie
