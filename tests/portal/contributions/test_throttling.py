"""How many contributions come from one place is counted for all processes, and forgotten within the hour."""

import datetime

import pytest

from django.core.cache import cache
from django.test import RequestFactory
from django.utils import timezone

from portal.contributions import throttling
from portal.contributions.models import Attempts

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def clock(monkeypatch):
    """A clock that tests move."""

    class Clock:
        now = timezone.now().replace(hour=10, minute=30)

    monkeypatch.setattr(throttling.timezone, "now", lambda: Clock.now)
    return Clock


def asks(address="203.0.113.9", **headers):
    request = RequestFactory().post("/", REMOTE_ADDR=address, headers=headers)
    return throttling.is_allowed(request, "contribute")


def asks_often(times, **how):
    return [asks(**how) for _each in range(times)]


def test_the_eleventh_of_an_hour_waits_for_the_next_one(clock):
    assert asks_often(11) == [True] * 10 + [False]

    clock.now += HOUR

    assert asks()


def test_another_process_counts_the_same(clock):
    asks_often(10)
    # Each process has a cache of its own, and a new one begins with none.
    cache.clear()

    assert not asks()


def test_the_web_server_in_front_says_where_one_is(clock):
    asks_often(10, address="127.0.0.1", **{"X-Forwarded-For": "198.51.100.1, 203.0.113.9"})

    assert not asks(address="127.0.0.1", **{"X-Forwarded-For": "203.0.113.9"})
    assert asks(address="127.0.0.1", **{"X-Forwarded-For": "203.0.113.10"})


def test_everybody_together_has_a_limit_too(clock, monkeypatch):
    monkeypatch.setattr(throttling, "FROM_EVERYWHERE", 3)

    assert [asks(f"203.0.113.{n}") for n in range(4)] == [True, True, True, False]


def test_no_address_is_kept_and_nobody_is_followed(clock):
    asks()
    [first] = Attempts.objects.exclude(key__endswith="everywhere")

    clock.now += 24 * HOUR
    asks()

    [second] = Attempts.objects.exclude(key__endswith="everywhere")
    assert "203.0.113.9" not in first.key
    assert second.key != first.key


def test_what_was_counted_is_forgotten_with_the_hour(clock):
    asks()
    before = set(Attempts.objects.values_list("pk", flat=True))

    clock.now += HOUR
    asks()

    assert not before & set(Attempts.objects.values_list("pk", flat=True))
