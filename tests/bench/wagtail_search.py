"""Wagtail's own database search, on pages made for the measure: bare pages, whose title is all that it indexes by itself."""

import io
import os
import time
from collections.abc import Iterator, Sequence

from django.core.management import call_command
from django.db import connection
from wagtail.models import Page

from search.schema import SearchDocument

DOCUMENTS = min(10_000, int(os.environ.get("BENCH_DOCUMENTS", "10000")))
QUESTIONS = 60
# It may take half a minute for one question: past this, those asked so far are enough.
PATIENCE = 60.0  # seconds


def documents(titles: Sequence[str]) -> Iterator[SearchDocument]:
    """Describe the same titles to our own engine."""
    for number, title in enumerate(titles):
        yield SearchDocument(f"page:{number}", "page", title, f"/{number}/")


def seconds(titles: Sequence[str], asked: Sequence[str]) -> list[float]:
    """Return how long the ten first pages of each question took."""
    root = Page.objects.get(depth=1)
    made = Page.objects.bulk_create(_pages(root, titles))
    call_command("update_index", stdout=io.StringIO(), verbosity=0)
    if connection.vendor == "sqlite":
        # Without it, SQLite takes a hundred times longer: the comparison is with its best.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    times: list[float] = []
    end = time.monotonic() + PATIENCE
    for question in asked:
        began = time.perf_counter()
        list(Page.objects.live().search(question)[:10])
        times.append(time.perf_counter() - began)
        if time.monotonic() > end:
            break
    Page.objects.filter(pk__in=[page.pk for page in made]).delete()
    return times


def _pages(root: Page, titles: Sequence[str]) -> Iterator[Page]:
    for number, title in enumerate(titles):
        path = Page._get_path(root.path, 2, 10_000 + number)
        yield Page(
            title=title,
            draft_title=title,
            slug=f"mesure-{number}",
            path=path,
            depth=2,
            url_path=f"/mesure-{number}/",
            live=True,
            content_type=root.content_type,
            locale=root.locale,
        )
