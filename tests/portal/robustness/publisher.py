"""Publishes methods in a process of its own, and writes how many seconds each took to be found.

python -m tests.portal.robustness.publisher "arpentage" "forum"
"""

import json
import sys
import time

import django

# How long one looks for what was published before giving up, and how often.
PATIENCE = 60.0  # seconds
EVERY = 0.02


def seconds_to_find(word: str) -> float | None:
    """Publish a method of this title, and return how long it took to be found; None when it was not."""
    # Models can only be imported once Django is ready.
    from search.engines import current_engine  # noqa: PLC0415
    from search.queries import find  # noqa: PLC0415
    from search.request import SearchRequest  # noqa: PLC0415
    from tests.factories import make_method  # noqa: PLC0415

    make_method(word)
    published = time.monotonic()
    while (elapsed := time.monotonic() - published) < PATIENCE:
        if find(SearchRequest(word, is_verbatim=True), current_engine()).total:
            return elapsed
        time.sleep(EVERY)
    return None


if __name__ == "__main__":
    django.setup()
    json.dump([seconds_to_find(word) for word in sys.argv[1:]], sys.stdout)
