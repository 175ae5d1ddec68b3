from smtplib import SMTPException

from celery import shared_task

from django.utils import timezone

from dynamics.directory.upkeep import emails, freshness


@shared_task
def ask_freshness() -> int:
    """Ask the members of the records that are due whether these are still true; return how many."""
    claimed = freshness.claim(timezone.localdate())
    for dynamic in claimed:
        ask_members.delay(dynamic)
    return len(claimed)


@shared_task(autoretry_for=(OSError, SMTPException), retry_backoff=True, max_retries=5)
def ask_members(dynamic: int) -> int:
    """Write to the members of one record."""
    return emails.ask_members(dynamic)
