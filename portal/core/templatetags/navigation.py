"""Where one is: which link of a menu leads to the page, or to the section, that is being read."""

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

HERE = mark_safe(' aria-current="page"')
WITHIN = mark_safe(' aria-current="true"')
ELSEWHERE = mark_safe("")


@register.simple_tag(takes_context=True)
def current(context: Context, address: str) -> SafeString:
    """Mark the link to this address when it leads to the page one reads, or to its section."""
    path = getattr(context.get("request"), "path", "")
    if path == address:
        return HERE
    return WITHIN if path.startswith(address) else ELSEWHERE
