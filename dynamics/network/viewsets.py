"""The network in the editors' admin."""

import django_filters

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from dynamics.network.models import Person, Tie
from dynamics.network.querysets import CONFIRMED

WAITING, SETTLED, REFUSED = "waiting", "settled", "refused"


class TieFilterSet(WagtailFilterSet):
    """Ties by what remains to be done about them."""

    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[
            (WAITING, _("waiting for a confirmation")),
            (SETTLED, _("confirmed")),
            (REFUSED, _("refused")),
        ],
        method="in_state",
        empty_label=_("All"),
    )

    class Meta:
        model = Tie
        fields = ["state", "type", "origin"]

    def in_state(self, ties: QuerySet[Tie], _name: str, state: str) -> QuerySet[Tie]:
        """Keep the ties in one state."""
        if state == WAITING:
            return ties.waiting()
        if state == SETTLED:
            return ties.filter(CONFIRMED, refused_at__isnull=True)
        return ties.filter(refused_at__isnull=False)


class TieViewSet(SnippetViewSet):
    """Who is tied to whom, who says so, who confirmed it."""

    model = Tie
    icon = "link"
    filterset_class = TieFilterSet
    list_display = [
        "__str__",
        Column("get_type_display", label=_("Kind of tie")),
        Column("get_origin_display", label=_("Declared by")),
        BooleanColumn("is_confirmed", label=_("Confirmed")),
        UpdatedAtColumn(),
    ]
    list_per_page = 50
    search_fields = [
        "text",
        "source__name",
        "target__name",
        "source_outside",
        "target_outside",
        "source_person__name",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tie]:
        """Bring both ends along."""
        return Tie.objects.with_ends()


class PersonViewSet(SnippetViewSet):
    """Persons who were asked whether they agree to stand in the network."""

    model = Person
    icon = "user"
    list_display = [
        "name",
        "role",
        BooleanColumn("is_shown", label=_("Shown")),
        "consent_given_at",
    ]
    list_filter = ["is_shown"]
    search_fields = ["name", "role"]
