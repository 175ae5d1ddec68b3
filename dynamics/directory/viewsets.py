"""The directory in the editors' admin."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from dynamics.directory.models import Dynamic, DynamicType, Experience, LegalForm, Membership
from portal.core.viewsets import ReviewedViewSet
from portal.vocabulary.viewsets import EntryViewSet


class DynamicViewSet(ReviewedViewSet):
    """Dynamics, with what tells them apart at a glance."""

    model = Dynamic
    icon = "group"
    list_display = [
        "name",
        "type",
        "place_label",
        "phase",
        BooleanColumn("is_in_study", label=_("In the study")),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    ]
    list_filter = ["type", "phase", "initiator", "development_logic", "is_in_study", "live"]
    list_export = ["name", "type", "place_label", "phase", "initiator", "slug", "live"]
    export_filename = "dynamiques"
    search_fields = ["name", "full_name", "place_label", "territory", "summary"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Dynamic]:
        """Bring the type and the phase of all of them along."""
        return super().get_queryset(request).select_related("type", "phase")


class ExperienceViewSet(SnippetViewSet):
    """Who used which method."""

    model = Experience
    icon = "comment"
    list_display = ["method", "dynamic", "organisation", "year"]
    list_filter = ["dynamic", "year"]
    search_fields = ["method__title", "dynamic__name", "organisation", "text"]
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Experience]:
        """Bring methods and dynamics along."""
        return Experience.objects.select_related("method", "dynamic")


class MembershipViewSet(SnippetViewSet):
    """Who looks after which record."""

    model = Membership
    icon = "user"
    list_display = ["user", "dynamic", "since"]
    search_fields = ["user__email", "dynamic__name"]
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        """Bring accounts and dynamics along."""
        return Membership.objects.select_related("user", "dynamic")


class DynamicTypeViewSet(EntryViewSet):
    """The families of dynamics."""

    model = DynamicType
    icon = "grid"


class LegalFormViewSet(EntryViewSet):
    """The legal forms that carry dynamics."""

    model = LegalForm
    icon = "clipboard-list"
