"""Publish a page or a record, with its history: what content files and forms have in common."""

from django.db import transaction
from wagtail.models import Page, RevisionMixin


@transaction.atomic
def publish(record: RevisionMixin, *, by: object = None) -> None:
    """Save a record that has drafts as a new published revision."""
    if record.pk is None:
        record.save()
    record.save_revision(user=by, clean=False).publish(user=by)


@transaction.atomic
def publish_page(page: Page, *, under: Page, by: object = None) -> None:
    """Add a page under another one, or save it where it is, as a new published revision."""
    if page.pk is None:
        under.add_child(instance=page)
    page.save_revision(user=by).publish(user=by)
