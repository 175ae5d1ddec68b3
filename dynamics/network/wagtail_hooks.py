"""What is edited in the admin changes the network: it is drawn again."""

from django.http import HttpRequest
from wagtail import hooks

from dynamics.directory.models import Dynamic, Experience
from dynamics.network import tasks
from dynamics.network.models import Person, Tie
from toolbox.models import MethodPage

DRAWN = (Dynamic, Experience, Person, Tie)


def _redraw_after(record: object) -> None:
    if isinstance(record, (*DRAWN, MethodPage)):
        tasks.redraw_soon()


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
@hooks.register("after_publish")
@hooks.register("after_unpublish")
def after_change(request: HttpRequest, record: object) -> None:
    """A record was saved."""
    _redraw_after(record)


@hooks.register("after_delete_snippet")
def after_delete(request: HttpRequest, records: list[object]) -> None:
    """Records were deleted."""
    for record in records:
        _redraw_after(record)


@hooks.register("after_publish_page")
@hooks.register("after_unpublish_page")
@hooks.register("after_delete_page")
def after_page_change(request: HttpRequest, page: object) -> None:
    """A method came or went."""
    _redraw_after(page.specific)
