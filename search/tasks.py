"""What workers do for search; each can run twice without harm."""

from celery import shared_task

from search import rebuilding
from search.engines import current_engine


@shared_task
def drain() -> int:
    """Bring the index up to date with the database; return how many documents that took."""
    return rebuilding.catch_up(current_engine())
