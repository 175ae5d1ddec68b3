"""Texts whose first mentions of a glossary term lead to it."""

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue
from wagtail.rich_text import expand_db_html

from portal.glossary.mentions import linker_for

register = template.Library()


def _html(value: StreamValue | str, context: Context) -> str:
    """Render rich text or blocks: what editors wrote, already sanitised by Wagtail."""
    if isinstance(value, StreamValue):
        return value.render_as_block(context=context.flatten())
    return expand_db_html(str(value or ""))


@register.simple_tag(takes_context=True)
def with_terms(context: Context, value: StreamValue | str) -> SafeString:
    """Render a passage; each term is linked once over the whole page."""
    request = context["request"]
    if not hasattr(request, "mention_linker"):
        request.mention_linker = linker_for(request.path)
    linked = request.mention_linker.link(_html(value, context))
    return mark_safe(linked)  # noqa: S308 - Wagtail's own rendering, plus links we build escaped
