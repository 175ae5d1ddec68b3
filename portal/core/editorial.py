"""What every record edited outside the page tree has: drafts, history, review, preview."""

from typing import Self

from django.contrib.contenttypes.fields import GenericRelation
from django.db.models import QuerySet
from modelcluster.models import ClusterableModel
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from portal.core import departures
from portal.core.departures import Moment


class ReviewedRecord(
    WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, ClusterableModel
):
    """A record with drafts, history and review, like a page, but with an address of its own."""

    # Deleting a record deletes its history and its reviews: Wagtail asks for these two relations.
    _revisions = GenericRelation(
        "wagtailcore.Revision", related_query_name="%(class)s", for_concrete_model=False
    )
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="%(class)s",
        for_concrete_model=False,
    )

    class Meta:
        abstract = True

    def save(self, **options: object) -> None:
        """Save, and leave a redirect behind when the address moves, as pages do."""
        fields = options.get("update_fields")
        is_address_saved = fields is None or "slug" in fields
        known = self._as_known() if is_address_saved else None
        super().save(**options)
        if known and known.slug != self.slug:
            self.leave_address_of(known)

    def _as_known(self) -> Self | None:
        """The record as readers know it until now; they know nothing of what was never published."""
        published = type(self)._base_manager.filter(first_published_at__isnull=False)
        return published.filter(pk=self.pk).first()

    def leave_address_of(self, known: Self) -> None:
        """Lead on from the address that readers know, and tell those who copied what was there."""
        before, after = known.get_absolute_url(), self.get_absolute_url()
        if "#" not in before:
            _redirect(before, after)
        departures.note(known, Moment.MOVED)

    @property
    def revisions(self) -> QuerySet:
        """Every version of the record, drafts included."""
        return self._revisions

    @property
    def approved_schedule(self) -> bool:
        """Whether a version waits for its day; lists ask it for all their records at once."""
        known = self.__dict__.get("is_scheduled")
        return super().approved_schedule if known is None else known


def _redirect(before: str, after: str) -> None:
    """Lead from an address to the one that replaces it, in one step however often it moved."""
    paths = [Redirect.normalise_path(address) for address in (before, after)]
    redirects = Redirect.objects.filter(site=None)
    # Twice the same path would break it; a path that is used again leads nowhere else.
    redirects.filter(old_path__in=paths).delete()
    redirects.filter(redirect_link=before).update(redirect_link=after)
    Redirect.add_redirect(before, after, is_permanent=True)
