"""Which records are not there any more: merged, moved, withdrawn, or unpublished."""

import datetime
from typing import Any

from ninja.errors import HttpError

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext

from dynamics.directory.models import Dynamic, Tombstone
from portal.core.keyset import BadCursorError, Slice, cursor_after, slice_after

Departure = dict[str, Any]
# The two halves of the list, one after the other, and how their cursors are called.
BURIED, UNPUBLISHED = "tombstones", "unpublished"


def buried() -> QuerySet[Tombstone]:
    """Records that left for good, unless another one took their address since."""
    taken = Dynamic.objects.published().values("slug")
    return Tombstone.objects.exclude(slug__in=taken).select_related("replaced_by")


def unpublished() -> QuerySet[Dynamic]:
    """Records that everybody could read once and that wait, unpublished, for better days."""
    tombs = Tombstone.objects.values("slug")
    return Dynamic.objects.filter(live=False, first_published_at__isnull=False).exclude(
        slug__in=tombs
    )


def since(moment: datetime.datetime | None) -> tuple[QuerySet[Tombstone], QuerySet[Dynamic]]:
    """Return both halves of what left at this moment or later; all of it when no moment is given."""
    if moment is None:
        return buried(), unpublished()
    return buried().filter(gone_at__gte=moment), unpublished().filter(updated_at__gte=moment)


def _of_tombstone(tombstone: Tombstone, site: str) -> Departure:
    replaced_by = tombstone.replaced_by
    return {
        "slug": tombstone.slug,
        "name": tombstone.name,
        "reason": tombstone.reason,
        "replaced_by": replaced_by.slug if replaced_by and replaced_by.live else None,
        "gone_at": tombstone.gone_at,
        "url": f"{site}/dynamiques/{tombstone.slug}/",
    }


def _of_unpublished(dynamic: Dynamic, site: str) -> Departure:
    return {
        "slug": dynamic.slug,
        "name": dynamic.name,
        "reason": Tombstone.Reason.WITHDRAWN.value,
        "replaced_by": None,
        "gone_at": dynamic.updated_at,
        "url": site + dynamic.get_absolute_url(),
    }


def page(
    moment: datetime.datetime | None, cursor: str, *, limit: int, site: str
) -> tuple[list[Departure], str | None]:
    """Return at most `limit` departures after the cursor, and the cursor of the rest.

    Raises:
        BadCursorError: this list never gave the cursor.
    """
    tombstones, drafts = since(moment)
    try:
        first = slice_after(tombstones, cursor, name=BURIED, limit=limit)
    except BadCursorError:
        first = Slice([], None)
    else:
        cursor = ""
    found = [_of_tombstone(each, site) for each in first.items]
    room = limit - len(found)
    if first.next_cursor or not room:
        following = first.next_cursor or cursor_after(UNPUBLISHED, 0)
        return found, following if first.next_cursor or drafts.exists() else None
    rest = slice_after(drafts, cursor, name=UNPUBLISHED, limit=room)
    return found + [_of_unpublished(each, site) for each in rest.items], rest.next_cursor


def count(moment: datetime.datetime | None) -> int:
    """Count what left since then."""
    return sum(half.count() for half in since(moment))


def absence(slug: str) -> Exception:
    """Tell what was withdrawn or merged (410) from what never was (404)."""
    stone = Tombstone.objects.select_related("replaced_by").filter(slug=slug).first()
    if stone is None:
        return Http404(slug)
    if stone.replaced_by:
        merged = gettext("This record was merged into “%(slug)s” on %(date)s.")
        if stone.reason == Tombstone.Reason.RENAMED:
            merged = gettext("This record left this address for “%(slug)s” on %(date)s.")
        facts = {"slug": stone.replaced_by.slug, "date": f"{stone.gone_at:%Y-%m-%d}"}
        return HttpError(410, merged % facts)
    withdrawn = gettext("This record was withdrawn on %(date)s.")
    return HttpError(410, withdrawn % {"date": f"{stone.gone_at:%Y-%m-%d}"})
