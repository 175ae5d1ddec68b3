"""Importing in the background, and tidying up."""

import threading

from celery import shared_task

from django.conf import settings
from django.db import connections

from dynamics.importing import actions


@shared_task
def carry_out(key: int) -> None:
    """Import the file of a run."""
    actions.carry_out(key)


@shared_task
def forget_old_files() -> int:
    """Delete the copies of the files imported some time ago."""
    return actions.forget_old_files(days=settings.IMPORTED_FILES_KEPT_FOR)


def begin(key: int) -> None:
    """Import in the background: by a worker when there is one, beside the request when there is none."""
    if settings.IMPORT_BESIDE_THE_REQUEST:
        threading.Thread(target=_beside, args=[key], daemon=True).start()
    else:
        carry_out.delay(key)


def _beside(key: int) -> None:
    try:
        actions.carry_out(key)
    finally:
        connections.close_all()
