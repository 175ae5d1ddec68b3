"""Who may say, confirm, refuse or take back a tie."""

from django.contrib.auth.models import AnonymousUser

from dynamics.directory.models import Dynamic, Membership
from dynamics.network.models import Tie
from portal.accounts.models import User

Visitor = User | AnonymousUser

SOURCE_SIDE, TARGET_SIDE, TEAM = "source_side", "target_side", "team"


def is_animator(user: Visitor) -> bool:
    """The team looks after every tie."""
    return user.has_perm("network.change_tie")


def is_member(user: Visitor, dynamic: Dynamic | None) -> bool:
    """Members of a dynamic speak for it."""
    if dynamic is None or not user.is_authenticated:
        return False
    return Membership.objects.filter(user=user, dynamic=dynamic).exists()


def can_declare(user: Visitor, dynamic: Dynamic) -> bool:
    """Members of a dynamic say what ties it; so does the team."""
    return is_animator(user) or is_member(user, dynamic)


def sides_of(user: Visitor, tie: Tie) -> tuple[str, ...]:
    """The sides somebody may sign for: their own dynamics, and the team's for the team."""
    found = {
        SOURCE_SIDE: is_member(user, tie.source),
        TARGET_SIDE: is_member(user, tie.target),
        TEAM: is_animator(user),
    }
    return tuple(side for side, is_theirs in found.items() if is_theirs)


def can_confirm(user: Visitor, tie: Tie) -> bool:
    """Each side confirms what it has not confirmed yet, unless somebody refused the tie."""
    return not tie.refused_at and any(
        getattr(tie, f"confirmed_by_{side}_at") is None for side in sides_of(user, tie)
    )


def can_refuse(user: Visitor, tie: Tie) -> bool:
    """Either side refuses what its members did not confirm; nobody refuses what is settled."""
    if tie.refused_at or tie.is_confirmed:
        return False
    return can_confirm(user, tie)


def can_withdraw(user: Visitor, tie: Tie) -> bool:
    """Whoever declared a tie takes it back while it is not settled; the team may at any time."""
    if is_animator(user):
        return True
    is_theirs = tie.declared_by_id is not None and tie.declared_by_id == user.pk
    return is_theirs and not tie.is_confirmed
