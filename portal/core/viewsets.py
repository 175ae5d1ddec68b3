"""Records that are reviewed, in the editors' admin."""

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.db.models import CharField, Exists, OuterRef, Prefetch, QuerySet
from django.db.models.functions import Cast
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, WorkflowState
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

TWIN = _("It was saved by itself a moment ago: find it in the list to go on.")


class CreateOnceView(CreateView):
    """Somebody who saves while the editor is saving by itself would save twice."""

    def form_valid(self, form: ModelForm) -> HttpResponse:
        """Save, or say that it was done a moment ago; what was typed is kept."""
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except IntegrityError:
            self.produced_error_message = TWIN
            form.add_error(None, TWIN)
            return self.form_invalid(form)


class ReviewedViewSet(SnippetViewSet):
    """A list that says where each record stands, in a few queries however long it is."""

    list_per_page = 50
    add_view_class = CreateOnceView

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
