"""Choosing one commune among 35,000: by its name or its postcode, never in a list to scroll."""

from typing import ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import BaseChooser

from portal.territories.models import Commune


class CommuneSearchForm(BaseFilterForm):
    """One field that understands both the beginning of a name and a postcode."""

    q = forms.CharField(
        label=_("Name or postcode"),
        widget=forms.TextInput(attrs={"placeholder": _("Figeac, or 46100")}),
        required=False,
    )

    def filter(self, objects: QuerySet[Commune]) -> QuerySet[Commune]:
        text = self.cleaned_data["q"].strip()
        if not text:
            return objects
        self.is_searching, self.search_query = True, text
        at_postcode = objects.at_postcode(text)
        return at_postcode if at_postcode.exists() else objects.beginning_with(text)


class CommuneSearchMixin:
    """Communes, the biggest first, each with what tells it from its homonyms."""

    filter_form_class = CommuneSearchForm

    def get_object_list(self) -> QuerySet[Commune]:
        return Commune.objects.with_territory().biggest_first()

    @property
    def columns(self) -> list[Column]:
        around = Column("around", label=_("Department"), accessor=around_of)
        return [*super().columns, around, Column("postcodes", label=_("Postcodes"))]


def around_of(commune: Commune) -> str:
    """Return the département of a commune, or its province or canton."""
    return commune.department.name if commune.department else commune.province


class ChooseCommuneView(CommuneSearchMixin, ChooseView):
    """The window that opens."""


class ChooseCommuneResultsView(CommuneSearchMixin, ChooseResultsView):
    """What it finds while one types."""


class ChosenCommuneView(ChosenView):
    """What goes back to the form."""

    def get_display_title(self, instance: Commune) -> str:
        return instance.label


class CommuneWidget(BaseChooser):
    """Shows the chosen commune with its département."""

    show_edit_link = False

    def get_display_title(self, instance: Commune) -> str:
        return instance.label


class CommuneChooserViewSet(ChooserViewSet):
    """Used by every form field that points to a commune."""

    name: ClassVar[str] = "commune-chooser"
    model = Commune
    icon = "site"
    choose_one_text = _("Choose a commune")
    choose_another_text = _("Choose another commune")
    choose_view_class = ChooseCommuneView
    choose_results_view_class = ChooseCommuneResultsView
    chosen_view_class = ChosenCommuneView
    base_widget_class = CommuneWidget


commune_chooser = CommuneChooserViewSet()
