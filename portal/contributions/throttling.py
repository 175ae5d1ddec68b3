"""Not too many times from one place: counted in the cache, where no address can be read back."""

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUR = 3600
FROM_ONE_PLACE = 10
FROM_EVERYWHERE = 300


def is_allowed(request: HttpRequest, action: str) -> bool:
    """Count one more attempt, and tell whether it is within the limits of an hour."""
    limits = {_place(request): FROM_ONE_PLACE, "everywhere": FROM_EVERYWHERE}
    return all(_count(f"{action}:{place}") <= most for place, most in limits.items())


def _count(key: str) -> int:
    cache.add(key, 0, timeout=HOUR)
    try:
        return cache.incr(key)
    except ValueError:
        # It expired in between.
        return 1


def _place(request: HttpRequest) -> str:
    """Tell one place from another without keeping its address: a keyed hash cannot be undone."""
    # The last one was written by the web server in front, the others by whoever asks.
    forwarded = request.headers.get("X-Forwarded-For", "").rsplit(",", 1)[-1].strip()
    address = forwarded or request.META.get("REMOTE_ADDR", "")
    return salted_hmac("portal.contributions.throttling", address).hexdigest()[:32]
