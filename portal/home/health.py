"""Whether what the portal stands on answers: for those who watch over it, not for visitors."""

import logging
from collections.abc import Callable

from kombu import Connection
from kombu.exceptions import OperationalError

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Min
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from search.engines import current_engine
from search.engines.base import EngineError, Query
from search.models import PendingChange

logger = logging.getLogger(__name__)

PATIENCE = 2  # seconds
FAILURES = (DatabaseError, EngineError, OperationalError, OSError)


def database() -> str:
    """The database answers a question."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return "ok"


def search() -> str:
    """The engine can count its documents."""
    current_engine().count(Query())
    return "ok"


def broker() -> str:
    """Somebody takes tasks; with no broker, they run in the process that asks."""
    if settings.CELERY_TASK_ALWAYS_EAGER:
        return "in process"
    with Connection(
        settings.CELERY_BROKER_URL,
        connect_timeout=PATIENCE,
        transport_options=settings.CELERY_BROKER_TRANSPORT_OPTIONS,
    ) as link:
        link.ensure_connection(max_retries=0, timeout=PATIENCE)
    return "ok"


def pending() -> dict[str, int]:
    """How many changes wait to be found by search, and since how many seconds."""
    waiting = PendingChange.objects.filter(is_indexed=False)
    oldest = waiting.aggregate(oldest=Min("created_at"))["oldest"]
    age = timezone.now() - oldest if oldest else None
    return {
        "pending_index_changes": waiting.count(),
        "oldest_pending_seconds": int(age.total_seconds()) if age else 0,
    }


def state_of(name: str, ask: Callable[[], str]) -> str:
    """Return what a part answers, or "down"; the log says why."""
    try:
        return ask()
    except FAILURES as error:
        logger.warning("%s does not answer: %s", name, error)
        return "down"


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200 when every part answers, 503 as soon as one does not."""
    parts = {"database": database, "search": search, "broker": broker}
    states = {name: state_of(name, ask) for name, ask in parts.items()}
    engine = {"search_engine": current_engine().name}
    is_well = "down" not in states.values()
    waiting = pending() if states["database"] == "ok" else {}
    return JsonResponse(
        {"status": "ok" if is_well else "down", **states, **engine, **waiting},
        status=200 if is_well else 503,
    )
