"""Is it still true? Once a year the members of a record are asked, by a letter with one button."""

import datetime

from django.core import signing
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from dynamics.directory.models import Dynamic, Membership

SALT = "directory.freshness"
A_YEAR = datetime.timedelta(days=365)
LINK_LASTS = datetime.timedelta(days=60)
BATCH = 200


def due(today: datetime.date) -> QuerySet[Dynamic]:
    """Published records with members, neither confirmed nor asked about for a year, the oldest first."""
    long_ago = today - A_YEAR
    not_since = Q(verified_at__isnull=True) | Q(verified_at__lte=long_ago)
    not_asked = Q(freshness_asked_at__isnull=True) | Q(freshness_asked_at__lte=long_ago)
    members = Membership.objects.filter(user__is_active=True)
    records = Dynamic.objects.published().filter(not_since, not_asked)
    return records.filter(pk__in=members.values("dynamic")).order_by("verified_at", "pk")


@transaction.atomic
def claim(today: datetime.date, *, most: int = BATCH) -> list[int]:
    """Note that the members of the next records are being asked; return these records.

    Each is noted only if nobody noted it meanwhile: two rounds at once ask nobody twice.
    """
    return [
        key
        for key in list(due(today).values_list("pk", flat=True)[:most])
        if due(today).filter(pk=key).order_by().update(freshness_asked_at=today)
    ]


def token_for(membership: Membership) -> str:
    """Sign who is asked about what."""
    return signing.dumps(membership.pk, salt=SALT)


def membership_of(token: str) -> Membership | None:
    """Return who was asked; None when the link is forged, too old, or of somebody who left."""
    try:
        key = signing.loads(token, salt=SALT, max_age=LINK_LASTS)
    except signing.BadSignature:
        return None
    members = Membership.objects.select_related("dynamic", "user")
    return members.filter(pk=key, user__is_active=True, dynamic__live=True).first()


def confirm_path(membership: Membership) -> str:
    """Return the address of the one button."""
    return reverse("directory:confirm", args=(token_for(membership),))


def is_old(verified_at: datetime.date | None, *, months: int) -> bool:
    """Tell whether a record was confirmed too long ago, or never."""
    return verified_at is None or verified_at < timezone.localdate() - datetime.timedelta(
        days=months * 30.44
    )
