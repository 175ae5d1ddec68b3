"""Two small things templates cannot do with lists and dictionaries."""

from collections.abc import Iterable, Mapping

from django import template

register = template.Library()


@register.filter
def beside(ones: Iterable, others: Iterable) -> list:
    """Pair each thing with the one that stands at the same place in another list."""
    return list(zip(ones, others, strict=False))


@register.filter
def at(cells: Mapping[str, object], code: str) -> object:
    """Read one cell of a line; an empty text when there is none."""
    value = cells.get(code)
    return "" if value is None else value
