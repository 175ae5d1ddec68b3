"""What the directory adds to the editors' admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what history tells besides editing."""
    actions.register_action("directory.confirm", _("Confirm"), _("Said that it is still true"))
