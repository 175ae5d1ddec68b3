"""Images that editors put in pages, served by the portal itself: nothing else has to be installed."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

A_MONTH = 30 * 24 * 3600  # seconds


@require_safe
@cache_control(public=True, max_age=A_MONTH)
def image(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer with an image in one of the sizes that pages show; neither originals nor documents are here."""
    return serve(request, path, document_root=settings.MEDIA_ROOT / "images")
