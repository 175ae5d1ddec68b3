"""What must be said at start-up rather than found out by a visitor."""

from collections.abc import Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register


@register
def search_url_has_an_engine(
    app_configs: Sequence[AppConfig] | None,
    **_kwargs: object,
) -> list[CheckMessage]:
    """Refuse to run with a search server this version cannot speak to."""
    if settings.SEARCH_URL:
        return [
            Error(
                "SEARCH_URL is set, but this version only has the embedded engine.",
                hint="Unset SEARCH_URL.",
                id="search.E001",
            )
        ]
    return []
