"""The collector of memory, told what is there to stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def keeping_what_is_here() -> Iterator[None]:
    """Leave all that is in memory now out of the collector's rounds, for as long as a long work lasts.

    Otherwise it looks at the whole gazetteer again and again: a third of the time of an import.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
