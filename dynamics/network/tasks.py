"""What workers do for the network; each can run twice without harm."""

from celery import shared_task

from django.db import transaction

from dynamics.network import drawing


@shared_task
def redraw() -> int:
    """Lay the network out again where it changed; return how many scenes that took."""
    return drawing.refresh()


def redraw_soon() -> None:
    """Ask for a new drawing once the change is there for good: one, however many changes."""
    planned = (function for _, function, *_ in transaction.get_connection().run_on_commit)
    if _ask not in planned:
        transaction.on_commit(_ask, robust=True)


def _ask() -> None:
    """Ask a worker; when the broker is away, the next round of the clock does it."""
    redraw.apply_async(retry=False)
