"""Two reports of the admin: records nobody verified for long, records that may be one."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from dynamics.directory.models import Dynamic, Identifier
from dynamics.directory.upkeep import duplicates, freshness
from dynamics.directory.upkeep.duplicates import Known, Twins

MOST_PAIRS = 500


def _edit_url(dynamic: Dynamic) -> str:
    return reverse("wagtailsnippets_directory_dynamic:edit", args=(dynamic.pk,))


def _how_long(dynamic: Dynamic) -> str:
    if dynamic.verified_at is None:
        return _("never verified")
    is_very_old = freshness.is_old(dynamic.verified_at, months=18)
    return _("more than 18 months ago") if is_very_old else _("more than 12 months ago")


def _merge_url(twins: Twins) -> str:
    return f"{reverse('merge_dynamics')}?a={twins.first.pk}&b={twins.second.pk}"


class RecordsReport(ReportView):
    """A report on records, for those who correct them."""

    model = Dynamic
    permission_required = "change"
    is_searchable = False
    filterset_class = None
    default_ordering = None
    paginate_by = 100


class StaleReport(RecordsReport):
    """Records that nobody verified for a year, the oldest first."""

    page_title = gettext_lazy("Records to verify")
    header_icon = "date"
    index_url_name = "stale_report"
    index_results_url_name = "stale_report_results"
    columns = [
        TitleColumn("name", label=gettext_lazy("Dynamic"), get_url=_edit_url),
        Column("age", label=gettext_lazy("Verified"), accessor=_how_long),
        Column("verified_at", label=gettext_lazy("Date")),
        Column("freshness_asked_at", label=gettext_lazy("Members asked on")),
    ]

    def get_queryset(self) -> QuerySet[Dynamic]:
        long_ago = timezone.localdate() - freshness.A_YEAR
        records = Dynamic.objects.published().order_by("verified_at", "pk")
        return records.filter(verified_at__isnull=True) | records.filter(verified_at__lte=long_ago)

    def get_filtered_queryset(self) -> QuerySet[Dynamic]:
        return self.get_queryset()


class DuplicatesReport(RecordsReport):
    """Pairs of records that may be one, each with the way to merge them."""

    page_title = gettext_lazy("Likely duplicates")
    header_icon = "copy"
    index_url_name = "duplicates_report"
    index_results_url_name = "duplicates_report_results"
    columns = [
        TitleColumn(
            "first",
            label=gettext_lazy("Dynamic"),
            accessor=lambda twins: twins.first.name,
            get_url=_merge_url,
        ),
        Column("second", label=gettext_lazy("And"), accessor=lambda twins: twins.second.name),
        Column(
            "why",
            label=gettext_lazy("Why"),
            accessor=lambda twins: (
                _("same number") if twins.has_same_number else _("same name, same place")
            ),
        ),
    ]

    def get_filtered_queryset(self) -> Sequence[Twins]:
        return list(islice(duplicates.likely(known_records()), MOST_PAIRS))


def known_records() -> list[Known]:
    """Read what is compared of every published record. Two queries."""
    numbers = defaultdict(set)
    for key, scheme, value in Identifier.objects.exclude(scheme="commune").values_list(
        "dynamic_id", "scheme", "value"
    ):
        numbers[key].add((scheme, value))
    records = Dynamic.objects.published().order_by("pk")
    return [
        Known(key, name, latitude, longitude, frozenset(numbers.get(key, ())))
        for key, name, latitude, longitude in records.values_list(
            "pk", "name", "latitude", "longitude"
        )
    ]
