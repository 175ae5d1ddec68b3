"""What workers do for search; each can run twice without harm."""

from celery import shared_task

from search import actions, rebuilding
from search.engines import current_engine


@shared_task
def drain() -> int:
    """Bring the index up to date with the database; return how many documents that took."""
    return rebuilding.catch_up(current_engine())


@shared_task
def forget_old_questions() -> int:
    """Forget the questions asked more than twelve months ago; return how many."""
    return actions.forget_old_questions()
