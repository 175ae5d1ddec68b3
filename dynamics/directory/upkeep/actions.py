"""What one does to a record besides editing it in the admin: create it, correct it, confirm it."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from dynamics.directory.models import Dynamic
from dynamics.directory.upkeep import facts
from dynamics.directory.upkeep.permissions import can_edit
from portal.accounts.models import User
from portal.core.forms import free_address
from portal.core.publishing import publish


@transaction.atomic
def create(values: Mapping[str, Any], *, by: User, is_published: bool) -> Dynamic:
    """Make a record of these facts, published or as a draft.

    Raises:
        facts.UnknownFactError: a type, a theme or a commune is not there any more.
    """
    dynamic = Dynamic(live=False, slug=free_address(Dynamic.objects.all(), values["name"]))
    facts.write(dynamic, values)
    dynamic.save()
    if is_published:
        publish(dynamic, by=by, is_granted=True)
    else:
        dynamic.save_revision(user=by, clean=False)
    return dynamic


@transaction.atomic
def correct(dynamic: Dynamic, values: Mapping[str, Any], *, by: User, is_published: bool) -> None:
    """Put these facts in a record; a draft that an editor is writing receives them too.

    Raises:
        facts.UnknownFactError: a type, a theme or a commune is not there any more.
    """
    public = Dynamic.objects.select_for_update(of=("self",)).get(pk=dynamic.pk)
    draft = public.get_latest_revision_as_object() if public.has_unpublished_changes else None
    if is_published and public.live:
        _write(public, values)
        publish(public, by=by, is_granted=True)
    if draft or not (is_published and public.live):
        version = draft or public
        _write(version, values)
        version.save_revision(user=by, clean=False, changed=True)


@transaction.atomic
def edit(dynamic: Dynamic, values: Mapping[str, Any], *, by: User, is_verified: bool) -> None:
    """Correct the record of one's own dynamic, at once."""
    if not can_edit(by, dynamic):
        raise PermissionDenied
    confirmed = {"verified_at": timezone.localdate()} if is_verified else {}
    correct(dynamic, {**values, **confirmed}, by=by, is_published=True)


@transaction.atomic
def confirm(dynamic: Dynamic, *, by: User) -> None:
    """Say that a record is still true; saying it twice on a day changes nothing."""
    if not can_edit(by, dynamic):
        raise PermissionDenied
    today = timezone.localdate()
    if dynamic.verified_at != today:
        correct(dynamic, {"verified_at": today}, by=by, is_published=True)
        log(dynamic, "directory.confirm", user=by)


def _write(version: Dynamic, values: Mapping[str, Any]) -> None:
    told = {name: value for name, value in values.items() if name != "verified_at"}
    facts.write(version, told)
    version.verified_at = values.get("verified_at", version.verified_at)
