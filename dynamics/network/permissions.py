"""Who may say, confirm, refuse or take back a tie."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from dynamics.directory.models import Dynamic, Membership
from dynamics.network.models import Tie
from portal.accounts.models import User

Visitor = User | AnonymousUser

SOURCE_SIDE, TARGET_SIDE, TEAM = "source_side", "target_side", "team"


@dataclass(frozen=True)
class Voice:
    """For whom somebody speaks: the dynamics they are a member of, and the team if they are of it."""

    account: int | None
    dynamics: frozenset[int]
    is_of_the_team: bool

    def sides(self, tie: Tie) -> tuple[str, ...]:
        """The sides one may sign for."""
        found = {
            SOURCE_SIDE: tie.source_id in self.dynamics,
            TARGET_SIDE: tie.target_id in self.dynamics,
            TEAM: self.is_of_the_team,
        }
        return tuple(side for side, is_theirs in found.items() if is_theirs)

    def can_confirm(self, tie: Tie) -> bool:
        """Each side confirms what it has not confirmed yet, unless somebody refused the tie."""
        return not tie.refused_at and any(
            getattr(tie, f"confirmed_by_{side}_at") is None for side in self.sides(tie)
        )

    def can_refuse(self, tie: Tie) -> bool:
        """A side refuses what it did not confirm; nobody refuses what is settled."""
        return not tie.is_confirmed and self.can_confirm(tie)

    def can_withdraw(self, tie: Tie) -> bool:
        """Whoever declared a tie takes it back until it is settled; the team may at any time."""
        is_theirs = self.account is not None and tie.declared_by_id == self.account
        return self.is_of_the_team or (is_theirs and not tie.is_confirmed)


NOBODY = Voice(None, frozenset(), is_of_the_team=False)


def voice_of(user: Visitor) -> Voice:
    """Say for whom somebody speaks."""
    if not user.is_authenticated:
        return NOBODY
    dynamics = Membership.objects.filter(user=user).values_list("dynamic", flat=True)
    return Voice(user.pk, frozenset(dynamics), user.has_perm("network.change_tie"))


def can_declare(user: Visitor, dynamic: Dynamic) -> bool:
    """Members of a dynamic say what ties it; so does the team."""
    voice = voice_of(user)
    return voice.is_of_the_team or dynamic.pk in voice.dynamics


def can_confirm(user: Visitor, tie: Tie) -> bool:
    """Each side confirms for itself, and the team for all."""
    return voice_of(user).can_confirm(tie)


def can_refuse(user: Visitor, tie: Tie) -> bool:
    """Either side, and the team, may say that a tie is not so."""
    return voice_of(user).can_refuse(tie)


def can_withdraw(user: Visitor, tie: Tie) -> bool:
    """Who declared a tie, and the team, may take it back."""
    return voice_of(user).can_withdraw(tie)
