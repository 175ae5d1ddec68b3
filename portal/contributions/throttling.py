"""Not too many times from one place: counted for all processes, where no address can be read back."""

import datetime

from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.contributions.models import Attempts

FROM_ONE_PLACE = 10
FROM_EVERYWHERE = 300


def is_allowed(request: HttpRequest, action: str) -> bool:
    """Count one more attempt, and tell whether it is within the limits of an hour."""
    now = timezone.now()
    limits = {_place(request, now.date()): FROM_ONE_PLACE, "everywhere": FROM_EVERYWHERE}
    # The first limit that is reached stops the count: one place cannot use up what is everybody’s.
    return all(_count(f"{action}:{place}", now) <= most for place, most in limits.items())


@transaction.atomic
def _count(key: str, now: datetime.datetime) -> int:
    """Count one more, and return how many that makes since the hour began."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    this_hour = Attempts.objects.filter(key=key, hour=hour)
    if not this_hour.update(count=F("count") + 1):
        # The first one of the hour: what was counted before has no use any more.
        Attempts.objects.filter(hour__lt=hour).delete()
        try:
            with transaction.atomic():
                Attempts.objects.create(key=key, hour=hour, count=1)
        except IntegrityError:
            # Another process was as quick.
            this_hour.update(count=F("count") + 1)
    return this_hour.get().count


def _place(request: HttpRequest, day: datetime.date) -> str:
    """Tell one place from another without keeping its address.

    The hash is keyed, so it cannot be undone, and the key changes every day: nobody is followed.
    """
    # The last one was written by the web server in front, the others by whoever asks.
    forwarded = request.headers.get("X-Forwarded-For", "").rsplit(",", 1)[-1].strip()
    address = forwarded or request.META.get("REMOTE_ADDR", "")
    return salted_hmac(f"portal.contributions.throttling {day:%Y-%m-%d}", address).hexdigest()[:32]
