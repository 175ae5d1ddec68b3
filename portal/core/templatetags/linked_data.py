"""What a page says of itself to programs."""

from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils.safestring import SafeString

from portal.core import linked_data as data
from portal.core.downloads import site_of

register = template.Library()


@register.simple_tag(takes_context=True)
def linked_data(context: Context, kind: str, thing: Any = None) -> SafeString:
    """Describe what the page shows (schema.org, and PAIR), as `portal.core.linked_data` was told to."""
    request = context.get("request")
    site = site_of(request) if request else settings.SITE_URL
    return data.element(data.described(kind, thing, site))
