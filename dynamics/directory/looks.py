"""The ways of looking at one selection of dynamics: a list, a map, and what the rooms above add.

Each way is registered in an `AppConfig.ready()`; the address `/dynamiques/?vue=<code>` shows it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise

from search.listing import Listing
from search.request import Results

Context = Callable[[HttpRequest, Listing, Results], Mapping[str, object]]


@dataclass(frozen=True)
class Look:
    """One way of looking.

    Args:
        code: the value of `vue` in the address.
        label: its name, for people.
        rank: its place among the others; the first is the one shown when none is asked.
        template: what stands in place of the list; it receives `context`.
        context: what the template shows, from the request, the selection and what search found.
        head: a template for the page's <head> (style sheets of this look only), if any.
        scripts: static paths of the modules it needs.
        kept: what its own choices are called in the address.
        is_of_counts: whether it shows how many there are and no page of them.
    """

    code: str
    label: str | Promise
    rank: int
    template: str
    context: Context
    head: str = ""
    scripts: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    is_of_counts: bool = False


_looks: dict[str, Look] = {}


def register(look: Look) -> None:
    """Add a way of looking."""
    _looks[look.code] = look


def looks() -> tuple[Look, ...]:
    """Return the ways of looking, in order."""
    return tuple(sorted(_looks.values(), key=lambda look: look.rank))


def look_named(code: str | None) -> Look:
    """Return the way of looking of this code; an unknown one means the first."""
    return _looks.get(code or "") or looks()[0]
