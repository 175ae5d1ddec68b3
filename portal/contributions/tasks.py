from smtplib import SMTPException

from celery import shared_task

from portal.contributions import emails, forgetting


@shared_task(autoretry_for=(OSError, SMTPException), retry_backoff=True, max_retries=5)
def answer(contribution: int) -> None:
    """Tell an author what became of a contribution, then forget the address."""
    emails.answer(contribution)


@shared_task
def forget_old_addresses() -> int:
    """Erase the addresses that have no use any more; return how many."""
    return forgetting.forget_old_addresses()
