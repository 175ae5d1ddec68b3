"""Preparing an import, running it, undoing it."""

import datetime
import logging
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from dynamics.directory import afterwards
from dynamics.importing import profiles
from dynamics.importing.classification import UnknownTypeError
from dynamics.importing.importer import Importer, understand
from dynamics.importing.models import SILENCE, ImportRun, SavedProfile
from dynamics.importing.profiles import Profile
from dynamics.importing.readers import Options, Trouble, UnreadableFileError, open_file
from dynamics.importing.sentences import trouble_of
from dynamics.importing.targets import is_known
from dynamics.importing.undoing import undo_records
from portal.accounts.models import User
from search import outbox

logger = logging.getLogger(__name__)

Progress = Callable[[int], None]
# Rows of a preview: enough to judge by, few enough to wait for.
PREVIEWED = 2000


def profile_of(source: str) -> Profile | None:
    """Return the profile that was kept for a source."""
    kept = SavedProfile.objects.filter(source=source).first()
    return profiles.from_text(kept.text) if kept else None


def keep_profile(profile: Profile) -> None:
    """Keep a profile for the next time its source is imported."""
    text = profiles.to_toml(profile)
    SavedProfile.objects.update_or_create(source=profile.source, defaults={"text": text})


def prepare(  # noqa: PLR0913 - what the first screen asks
    file: File,
    *,
    source: str,
    licence: str,
    type_code: str,
    is_conforming: bool,
    options: dict[str, str],
    by: User,
) -> ImportRun:
    """Keep a file, and guess how to read it; the profile kept for its source comes first.

    Raises:
        UnreadableFileError: it cannot be read; nothing is kept.
    """
    run = ImportRun(source=source, file_name=Path(file.name).name[:200], by=by)
    run.options = {"is_conforming": is_conforming, **options}
    run.file.save(f"{timezone.now():%Y%m%d-%H%M%S}", file, save=False)
    with ExitStack() as undo:
        undo.callback(run.file.delete, save=False)
        understood = understand(Path(run.file.path), options_of(run))
        profile = _profile_for(source, understood.profile, understood.columns)
        profile.source, profile.licence, profile.type = source, licence, type_code
        run.profile = profiles.to_toml(profile)
        run.save()
        undo.pop_all()
    return run


def _profile_for(source: str, guessed: Profile, columns: list[str]) -> Profile:
    """Return the profile kept for a source, when it is one of this file."""
    kept = profile_of(source)
    named = {name for names in (kept.columns if kept else {}).values() for name in names}
    return kept if kept and named & set(columns) else guessed


def options_of(run: ImportRun) -> Options:
    """Return how the file of a run is to be read."""
    return Options(
        **{name: run.options.get(name, "") for name in ("encoding", "sheet", "delimiter")}
    )


def rewrite_profile(run: ImportRun, profile: Profile) -> None:
    """Change how a run reads its file, and keep it for the next time."""
    run.profile = profiles.to_toml(profile)
    run.report = {}
    run.save(update_fields=["profile", "report", "moved_at"])
    keep_profile(profile)


def preview(run: ImportRun) -> dict[str, Any]:
    """Say what a run would do, from its first rows, and write nothing but that.

    Raises:
        UnreadableFileError: its file cannot be read.
    """
    report = _importer(run).run(most_rows=PREVIEWED)
    run.report = report.as_dict()
    run.rows_total = count_rows(run)
    run.save(update_fields=["report", "rows_total", "moved_at"])
    return run.report


def count_rows(run: ImportRun) -> int:
    """Count the rows of a file, without looking at them."""
    opened = open_file(Path(run.file.path), options_of(run), knows=is_known)
    return sum(1 for _row in opened.rows)


def answer(run: ImportRun, answers: dict[str, str], *, by: User) -> ImportRun:
    """Keep answers; an import that is done is prepared again, to put its records where they are."""
    profile = profiles.from_text(run.profile)
    profile.answers |= answers
    if run.can_be_changed:
        rewrite_profile(run, profile)
        return run
    keep_profile(profile)
    return again(run, by=by)


def again(run: ImportRun, *, by: User) -> ImportRun:
    """Prepare another import of the same file, with what was answered since."""
    profile = profile_of(run.source)
    with run.file.open("rb") as file:
        copy = ImportRun(source=run.source, file_name=run.file_name, options=run.options, by=by)
        copy.profile = profiles.to_toml(profile) if profile else run.profile
        copy.file.save(Path(run.file.name).name, file, save=False)
    copy.save()
    return copy


def _importer(run: ImportRun, *, is_real: bool = False) -> Importer:
    try:
        return Importer(
            Path(run.file.path),
            profiles.from_text(run.profile),
            options_of(run),
            run=run if is_real else None,
            is_conforming=bool(run.options.get("is_conforming")),
        )
    except UnknownTypeError as error:
        raise UnreadableFileError(Trouble.NO_TYPE, str(error)) from error


def start(run: ImportRun) -> bool:
    """Let a run begin, once; False when it had begun already."""
    may_begin = Q(state__in=(ImportRun.State.PREPARED, ImportRun.State.FAILED))
    is_stuck = Q(
        state__in=(ImportRun.State.WAITING, ImportRun.State.RUNNING),
        moved_at__lt=timezone.now() - SILENCE,
    )
    ready = ImportRun.objects.filter(may_begin | is_stuck, pk=run.pk)
    return bool(
        ready.update(
            state=ImportRun.State.WAITING, rows_done=0, trouble="", moved_at=timezone.now()
        )
    )


def carry_out(key: int, progress: Progress = lambda _rows: None) -> None:
    """Import the file of a run, whatever happens; what went wrong is written in the run."""
    begun = ImportRun.objects.filter(pk=key, state=ImportRun.State.WAITING)
    if not begun.update(state=ImportRun.State.RUNNING, moved_at=timezone.now()):
        return
    run = ImportRun.objects.select_related("by").get(pk=key)
    try:
        report = _importer(run, is_real=True).run(lambda rows: _advance(run, rows, progress))
    except UnreadableFileError as error:
        _end(run, ImportRun.State.FAILED, trouble=trouble_of(error))
    except Exception:
        logger.exception("Import %s was interrupted", key)
        _end(run, ImportRun.State.FAILED, trouble=_("The import was interrupted by an error."))
    else:
        _end(run, ImportRun.State.DONE, report=report.as_dict())
    afterwards.follow()
    outbox.drain_soon()


def _advance(run: ImportRun, rows: int, progress: Progress) -> None:
    ImportRun.objects.filter(pk=run.pk).update(
        rows_done=F("rows_done") + rows, moved_at=timezone.now()
    )
    progress(rows)


def _end(run: ImportRun, state: str, *, trouble: str = "", report: dict | None = None) -> None:
    ImportRun.objects.filter(pk=run.pk).update(
        state=state,
        trouble=trouble,
        finished_at=timezone.now(),
        moved_at=timezone.now(),
        **({"report": report, "rows_total": report["rows"]} if report else {}),
    )


def undo(run: ImportRun, *, by: User | None) -> dict[str, int]:
    """Put the directory back as it was before a run; what somebody changed since stays.

    Raises:
        NotUndoableError: a later import builds on this one, or there is nothing to undo.
    """
    with transaction.atomic():
        outcome = undo_records(run, by=by)
        ImportRun.objects.filter(pk=run.pk).update(
            state=ImportRun.State.UNDONE,
            undone_at=timezone.now(),
            moved_at=timezone.now(),
            report=run.report | {"undone": outcome},
        )
    afterwards.follow()
    outbox.drain_soon()
    return outcome


def forget_old_files(*, days: int) -> int:
    """Delete the copies of files that were imported, or left there, some days ago; return how many."""
    limit = timezone.now() - datetime.timedelta(days=days)
    old = ImportRun.objects.filter(created_at__lt=limit).exclude(file="")
    for run in old:
        run.file.delete(save=False)
        ImportRun.objects.filter(pk=run.pk).update(file="")
    return len(old)
