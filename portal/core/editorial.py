"""What every record edited outside the page tree has: drafts, history, review, preview."""

from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)


class ReviewedRecord(
    WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, ClusterableModel
):
    """A record with drafts, history and review, like a page, but with an address of its own."""

    class Meta:
        abstract = True
