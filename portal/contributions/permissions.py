"""Who may judge what is proposed."""

from portal.accounts.models import User
from portal.contributions.models import Contribution


def can_read_contributions(user: User) -> bool:
    """Animators read everything that is proposed."""
    return user.has_perm("contributions.change_contribution")


def can_judge(user: User, contribution: Contribution) -> bool:
    """Animators judge the work of others, never their own."""
    return user.pk != contribution.author_id and can_read_contributions(user)
