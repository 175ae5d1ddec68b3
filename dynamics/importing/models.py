"""What was imported, from which file, how it was understood, and what it changed: enough to undo it."""

import datetime
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dynamics.directory.models import Dynamic

# An import that says nothing for so long was killed: its server stopped, for example.
SILENCE = datetime.timedelta(minutes=10)


def private_storage() -> FileSystemStorage:
    """Keep files where no address leads: the public images are served from elsewhere."""
    return FileSystemStorage(Path(settings.DATA_DIR) / "imports")


class SavedProfile(models.Model):
    """How the file of a source is read: offered again the next time that source is imported."""

    source = models.CharField(_("source"), max_length=150, unique=True)
    text = models.TextField(_("columns, in TOML"))
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    class Meta:
        verbose_name = _("columns of a source")
        verbose_name_plural = _("columns of sources")
        ordering = ["source"]

    def __str__(self) -> str:
        return self.source


class ImportRun(models.Model):
    """One file that was, is being or will be imported."""

    class State(models.TextChoices):
        PREPARED = "prepared", _("being prepared")
        WAITING = "waiting", _("about to begin")
        RUNNING = "running", _("under way")
        DONE = "done", _("done")
        FAILED = "failed", _("interrupted")
        UNDONE = "undone", _("undone")

    source = models.CharField(_("source"), max_length=150)
    file_name = models.CharField(_("file"), max_length=200)
    file = models.FileField(
        _("copy of the file"), storage=private_storage, max_length=200, blank=True
    )
    options = models.JSONField(_("options"), default=dict)
    profile = models.TextField(_("columns, in TOML"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PREPARED)
    rows_done = models.PositiveIntegerField(_("rows done"), default=0)
    rows_total = models.PositiveIntegerField(_("rows in all"), default=0)
    report = models.JSONField(_("report"), default=dict)
    trouble = models.TextField(_("what went wrong"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    moved_at = models.DateTimeField(_("last sign of life"), auto_now=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    undone_at = models.DateTimeField(_("undone on"), null=True, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="undone", undone_at__isnull=False)
                | Q(~Q(state="undone"), undone_at__isnull=True),
                name="an_undone_import_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} ({self.file_name})"

    @property
    def is_under_way(self) -> bool:
        """Whether it will move by itself."""
        return self.state in (self.State.WAITING, self.State.RUNNING)

    @property
    def can_be_changed(self) -> bool:
        """Whether its columns may still be corrected: it has not begun, or has stopped on the way."""
        is_stuck = self.is_under_way and timezone.now() - self.moved_at > SILENCE
        return bool(self.file) and (
            self.state in (self.State.PREPARED, self.State.FAILED) or is_stuck
        )

    @property
    def path(self) -> Path:
        """Where the copy of its file is."""
        return Path(self.file.path)

    @property
    def percentage(self) -> int:
        """How far it is."""
        return min(100, 100 * self.rows_done // self.rows_total) if self.rows_total else 0


class ImportedRow(models.Model):
    """What one row changed in a record: the record as it was before, and what the row wrote."""

    run = models.ForeignKey(
        ImportRun, verbose_name=_("import"), on_delete=models.CASCADE, related_name="imported_rows"
    )
    number = models.PositiveIntegerField(_("row"))
    dynamic = models.ForeignKey(
        Dynamic, verbose_name=_("dynamic"), on_delete=models.CASCADE, related_name="imported_rows"
    )
    is_creation = models.BooleanField(_("the row made the record"))
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)

    class Meta:
        verbose_name = _("imported row")
        verbose_name_plural = _("imported rows")
        ordering = ["run", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "dynamic"], name="an_import_touches_a_record_once"
            ),
            models.CheckConstraint(
                condition=Q(is_creation=False) | Q(before={}),
                name="nothing_was_there_before_a_row_made_the_record",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run}, {self.number}"
