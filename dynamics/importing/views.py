"""Importing, in the editors' admin: a file, its columns, a preview, the import itself, and back."""

from contextlib import nullcontext
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import FormView, ListView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from dynamics.importing import actions, presentation, profiles, tasks
from dynamics.importing.fetching import lent
from dynamics.importing.forms import AnswersForm, ColumnsForm, FileForm
from dynamics.importing.importer import understand
from dynamics.importing.models import ImportRun
from dynamics.importing.permissions import can_import
from dynamics.importing.readers import UnreadableFileError
from dynamics.importing.sentences import trouble_of
from dynamics.importing.undoing import NotUndoableError


class ImportMixin(WagtailAdminTemplateMixin):
    """A page of the imports, for those who may import."""

    header_icon = "upload"
    page_title = _("Imports")
    step = ""

    def dispatch(self, request: HttpRequest, *arguments: Any, **values: Any) -> HttpResponse:
        """Let in those who may."""
        if not can_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *arguments, **values)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list."""
        here = [{"url": "", "label": self.step}] if self.step else []
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("imports"), "label": _("Imports")},
            *here,
        ]

    @property
    def run(self) -> ImportRun:
        """The import that the address names."""
        return get_object_or_404(ImportRun.objects.select_related("by"), pk=self.kwargs["pk"])


class ImportList(ImportMixin, ListView):
    """Every import, the latest first."""

    template_name = "importing/list.html"
    paginate_by = 30
    context_object_name = "runs"

    def get_queryset(self) -> Any:
        return ImportRun.objects.select_related("by").defer("report", "profile")


class NewImport(ImportMixin, FormView):
    """Which file, from whom."""

    template_name = "importing/new.html"
    form_class = FileForm
    step = _("A new file")

    def form_valid(self, form: FileForm) -> HttpResponse:
        """Keep the file and go on to its columns; say what is wrong with it otherwise."""
        given = form.cleaned_data
        try:
            with lent(given["address"]) if given["address"] else nullcontext(given["file"]) as file:
                run = actions.prepare(
                    file,
                    source=given["source"].strip(),
                    licence=given["licence"],
                    type_code=given["type"].code if given["type"] else "",
                    is_conforming=given["is_conforming"],
                    options={name: given[name].strip() for name in ("sheet", "encoding")},
                    by=self.request.user,
                )
        except UnreadableFileError as error:
            form.add_error("address" if given["address"] else "file", trouble_of(error))
            return self.form_invalid(form)
        return redirect("import_columns", pk=run.pk)


class ImportColumns(ImportMixin, FormView):
    """What each column holds, guessed, to be corrected."""

    template_name = "importing/columns.html"
    form_class = ColumnsForm
    step = _("Columns")

    def dispatch(self, request: HttpRequest, *arguments: Any, **values: Any) -> HttpResponse:
        """Leave alone an import that has begun."""
        if can_import(request.user) and not self.run.can_be_changed:
            return redirect("import_run", pk=self.kwargs["pk"])
        return super().dispatch(request, *arguments, **values)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Read the file again: its columns are not kept."""
        run = self.run
        understood = understand(run.path, actions.options_of(run))
        profile = profiles.from_text(run.profile)
        return super().get_form_kwargs() | {"samples": understood.samples, "profile": profile}

    def get_context_data(self, **values: Any) -> dict[str, Any]:
        return super().get_context_data(**values) | {"run": self.run}

    def form_valid(self, form: ColumnsForm) -> HttpResponse:
        """Keep the choices, for this file and for the next one of this source."""
        run = self.run
        profile = profiles.from_text(run.profile)
        profile.columns = form.columns()
        actions.rewrite_profile(run, profile)
        return redirect("import_run", pk=run.pk)


class ImportPage(ImportMixin, TemplateView):
    """One import, as far as it is: a preview, its progress, its result."""

    def get_template_names(self) -> list[str]:
        """Show the page of the state it is in."""
        if self.run.can_be_changed:
            return ["importing/preview.html"]
        return ["importing/progress.html" if self.run.is_under_way else "importing/result.html"]

    def get_context_data(self, **values: Any) -> dict[str, Any]:
        """Make the preview the first time it is asked for."""
        run, trouble = self.run, ""
        if run.can_be_changed and not run.report:
            try:
                actions.preview(run)
            except UnreadableFileError as error:
                trouble = trouble_of(error)
        self.step = f"{run.source} · {run.get_state_display()}"
        questions = run.report.get("questions", [])
        return super().get_context_data(**values) | {
            "run": run,
            "trouble": trouble or run.trouble,
            "summary": presentation.summary(run.report),
            "problems": presentation.problems(run.report),
            "details": presentation.details(run.report),
            "answers": AnswersForm(questions=questions[: presentation.MOST_QUESTIONS]),
            "places": presentation.places(run),
        }

    def post(self, request: HttpRequest, *arguments: Any, **values: Any) -> HttpResponse:
        """Take answers, or begin."""
        run = self.run
        if "answer" in request.POST:
            return self._answered(run)
        if "begin" in request.POST and actions.start(run):
            tasks.begin(run.pk)
        return redirect("import_run", pk=run.pk)

    def _answered(self, run: ImportRun) -> HttpResponse:
        questions = run.report.get("questions", [])[: presentation.MOST_QUESTIONS]
        form = AnswersForm(self.request.POST, questions=questions)
        if not form.is_valid():
            messages.error(self.request, _("One of these answers is not among the choices."))
            return redirect("import_run", pk=run.pk)
        answered = form.answers()
        run = actions.answer(run, answered, by=self.request.user)
        count = len(answered)
        text = ngettext("%(count)s answer was kept.", "%(count)s answers were kept.", count)
        messages.success(self.request, text % {"count": count})
        return redirect("import_run", pk=run.pk)


class UndoImport(ImportMixin, TemplateView):
    """Ask before undoing, then undo."""

    template_name = "importing/undo.html"
    step = _("Undo")

    def get_context_data(self, **values: Any) -> dict[str, Any]:
        return super().get_context_data(**values) | {"run": self.run}

    def post(self, request: HttpRequest, *arguments: Any, **values: Any) -> HttpResponse:
        """Undo, or say which import must be undone first."""
        try:
            outcome = actions.undo(self.run, by=request.user)
        except NotUndoableError as error:
            messages.error(request, presentation.why_not(error))
        else:
            messages.success(request, presentation.undone(outcome))
        return redirect("import_run", pk=self.kwargs["pk"])


def progress(request: HttpRequest, pk: int) -> JsonResponse:
    """How far an import is, for the bar that moves by itself."""
    if not can_import(request.user):
        raise PermissionDenied
    run = get_object_or_404(ImportRun.objects.defer("report", "profile"), pk=pk)
    return JsonResponse(
        {
            "is_under_way": run.is_under_way,
            "percentage": run.percentage,
            "text": presentation.progress_text(run),
        }
    )


def profile(request: HttpRequest, pk: int) -> HttpResponse:
    """The columns of an import as a file, for the command or for another portal."""
    if not can_import(request.user):
        raise PermissionDenied
    run = get_object_or_404(ImportRun, pk=pk)
    if not run.profile:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="import-{run.pk}.toml"'}
    return HttpResponse(
        run.profile, content_type="application/toml; charset=utf-8", headers=headers
    )
