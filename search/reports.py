"""What people ask, and what they ask in vain: two reports, by month, without anybody's name."""

from urllib.parse import urlencode

import django_filters

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from search.asked import first_month
from search.models import AskedQuestion, SynonymRule


def ask_again(row: dict) -> str:
    """Lead to what the question finds today."""
    return f"{reverse('search:results')}?{urlencode({'q': row['question']})}"


def add_synonym(row: dict) -> str:
    """Lead to a new rule that begins with the question."""
    return f"{reverse(SynonymRule.snippet_viewset.get_url_name('add'))}?{urlencode({'q': row['question']})}"


def last_month(row: dict) -> str:
    """Name the last month a question was asked."""
    return date_format(row["last"], "F Y")


class PeriodFilterSet(WagtailFilterSet):
    """The months that are counted."""

    months = django_filters.ChoiceFilter(
        label=_("Period"),
        choices=[(1, _("this month")), (3, _("three months")), (6, _("six months"))],
        empty_label=_("twelve months"),
        method="filter_months",
    )

    class Meta:
        model = AskedQuestion
        fields = ["months"]

    def filter_months(self, queryset: QuerySet, _name: str, months: str) -> QuerySet:
        """Keep the last months."""
        return queryset.since(first_month(int(months), today=timezone.localdate()))


class QuestionReport(ReportView):
    """Questions, one line each, however many months they were asked in."""

    model = AskedQuestion
    permission_required = "view"
    filterset_class = PeriodFilterSet
    is_searchable = False
    paginate_by = 100
    columns = [
        TitleColumn("question", label=_("Question"), get_url=ask_again),
        Column("times", label=_("Times asked")),
        Column("in_vain", label=_("Times nothing was found")),
        Column("last", label=_("Last month it was asked"), accessor=last_month),
    ]
    list_export = ["question", "times", "in_vain", "last"]
    export_headings = {
        "question": _("Question"),
        "times": _("Times asked"),
        "in_vain": _("Times nothing was found"),
        "last": _("Last month it was asked"),
    }

    @classmethod
    def patterns(cls) -> list[URLPattern]:
        """Return where the report is, whole and results alone."""
        address = f"reports/{cls.export_filename}/"
        results = cls.as_view(results_only=True)
        return [
            path(address, cls.as_view(), name=cls.index_url_name),
            path(f"{address}results/", results, name=cls.index_results_url_name),
        ]

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Add up the months chosen, question by question."""
        return super().filter_queryset(queryset).added_up()


class TopQuestionsReport(QuestionReport):
    """What people ask most."""

    page_title = _("Questions most asked")
    header_icon = "search"
    index_url_name = "top_questions_report"
    index_results_url_name = "top_questions_report_results"
    export_filename = "questions-posees"

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Put the most frequent first."""
        return super().filter_queryset(queryset).order_by("-times", "key")


class UnansweredQuestionsReport(QuestionReport):
    """What people ask in vain: the words that miss a synonym, the subjects that miss a page."""

    page_title = _("Questions without answer")
    header_icon = "help"
    index_url_name = "unanswered_questions_report"
    index_results_url_name = "unanswered_questions_report_results"
    export_filename = "questions-sans-reponse"

    @cached_property
    def columns(self) -> list[Column]:
        """Offer to teach search these words, to those who may."""
        if not self.request.user.has_perm("search.add_synonymrule"):
            return QuestionReport.columns
        teach = TitleColumn(
            "synonym",
            label=_("Teach it"),
            accessor=lambda _row: _("add a synonym"),
            get_url=add_synonym,
        )
        return [*QuestionReport.columns, teach]

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Leave out what was always answered."""
        questions = super().filter_queryset(queryset)
        return questions.filter(in_vain__gt=0).order_by("-in_vain", "-times", "key")
