"""What search writes besides its index: how often questions are asked."""

import logging

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from portal.core.patience import impatient
from search.asked import Question, first_month
from search.models import AskedQuestion

logger = logging.getLogger(__name__)

MONTHS_KEPT = 12
# Somebody who asks nonsense all month long does not fill the disk.
MOST_A_MONTH = 20_000
_WAIT = 300  # milliseconds


def count_question(question: Question, *, is_answered: bool) -> bool:
    """Add one to how often a question was asked this month; tell whether it was counted.

    Nobody signs this action: it keeps nothing of who asked. It gives up rather than wait, or fail.
    """
    try:
        with impatient(_WAIT), transaction.atomic():
            return _counted(question, is_answered=is_answered)
    except DatabaseError as error:
        logger.info("A question was not counted: %s", error)
        return False


@transaction.atomic
def forget_old_questions() -> int:
    """Keep the questions of twelve months, this one included; return how many were forgotten."""
    first_kept = first_month(MONTHS_KEPT, today=timezone.localdate())
    return AskedQuestion.objects.filter(month__lt=first_kept).delete()[0]


def _counted(question: Question, *, is_answered: bool) -> bool:
    month = timezone.localdate().replace(day=1)
    row = AskedQuestion.objects.filter(month=month, key=question.key)
    added = {"asked": F("asked") + 1, "unanswered": F("unanswered") + int(not is_answered)}
    if row.update(**added):
        return True
    known = AskedQuestion.objects.filter(month=month).count()
    if known >= MOST_A_MONTH:
        return False
    if not known:
        # The first question of a month: a portal without a worker forgets then.
        forget_old_questions()
    fresh = AskedQuestion(month=month, key=question.key, words=question.words)
    # Somebody else may ask the same just now: whoever comes second adds to the first.
    AskedQuestion.objects.bulk_create([fresh], ignore_conflicts=True)
    return bool(row.update(**added))
