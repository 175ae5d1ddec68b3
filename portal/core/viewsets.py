"""Records that are reviewed, in the editors' admin."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Prefetch, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import Revision, WorkflowState
from wagtail.snippets.views.snippets import SnippetViewSet


class ReviewedViewSet(SnippetViewSet):
    """A list that says where each record stands, in a few queries however long it is."""

    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Bring what the status column shows: schedules and reviews under way."""
        content_type = ContentType.objects.get_for_model(self.model)
        scheduled = Revision.objects.filter(
            content_type=content_type,
            object_id=Cast(OuterRef("pk"), CharField()),
            approved_go_live_at__isnull=False,
        )
        reviews = WorkflowState.objects.active().select_related("current_task_state__task")
        return self.model.objects.annotate(is_scheduled=Exists(scheduled)).prefetch_related(
            Prefetch("workflow_states", queryset=reviews, to_attr="_current_workflow_states")
        )
