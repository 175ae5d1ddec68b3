"""Publish a page or a record, with its history: what content files and forms have in common."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import Model
from wagtail.models import Page, ReferenceIndex, RevisionMixin
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextmanager
def _saved_once(record: Model) -> Iterator[None]:
    """Leave the record as it was published, and note what it refers to.

    Wagtail would note it again after each of its parts is saved: half of the time.
    """
    with disable_reference_index_auto_update():
        yield
    record.refresh_from_db()
    model = type(record)
    if ReferenceIndex.is_indexed(model):
        ReferenceIndex.create_or_update_for_object(model.objects.get(pk=record.pk))


@transaction.atomic
def publish(record: RevisionMixin, *, by: object = None, is_granted: bool = False) -> None:
    """Save a record that has drafts as a new published revision.

    `is_granted` when the caller has checked what `by` may do: a member publishes one record, and no other.

    Raises:
        PermissionDenied: `by` may not publish such records, and nothing was granted.
    """
    with _saved_once(record):
        if record.pk is None:
            record.save()
        revision = record.save_revision(user=by, clean=False)
        revision.publish(user=by, skip_permission_checks=is_granted)


@transaction.atomic
def publish_page(page: Page, *, under: Page, by: object = None) -> None:
    """Add a page under another one, or save it where it is, as a new published revision."""
    with _saved_once(page):
        if page.pk is None:
            under.add_child(instance=page)
        page.save_revision(user=by).publish(user=by)
