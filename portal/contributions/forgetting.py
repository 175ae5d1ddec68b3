"""Forget whom contributions came from, as soon as that has no use any more."""

import datetime

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.contributions.models import Contribution

# An address serves to answer: it goes once that is done, or when nobody answered for long.
KEPT_AFTER_JUDGMENT = datetime.timedelta(days=7)
KEPT_WITHOUT_JUDGMENT = datetime.timedelta(days=180)


@transaction.atomic
def forget_old_addresses() -> int:
    """Erase the addresses that have no use any more; return how many."""
    now = timezone.now()
    old = Contribution.objects.with_forgettable_address(
        judged_before=now - KEPT_AFTER_JUDGMENT, submitted_before=now - KEPT_WITHOUT_JUDGMENT
    )
    return old.update(email="", consented_at=None)


@transaction.atomic
def forget_author(*, by: User) -> int:
    """Erase everything that says who one is from one's own contributions; return how many."""
    own = Contribution.objects.filter(author=by)
    return own.update(email="", consented_at=None, credit="", author=None)
