"""How long the map takes to show its first markers, in one browser: from the page asked for to the markers drawn."""

import os
import random
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from django.conf import settings

from tests.portal.territories import map_page

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
RUNS = 7
# What the element says once its markers stand.
DRAWN = "() => document.querySelector('#many')?.dataset.drawn !== undefined && performance.now()"


def ratio_of_first_drawings(many: int, few: int) -> tuple[float, float, float]:
    """Return how many times longer `many` points take than `few`, and both times in milliseconds."""
    with _served(many) as large, _served(few) as small, _browser() as browser:
        for address in (large, small):
            _first_drawing(browser, address)
        times = [
            (_first_drawing(browser, large), _first_drawing(browser, small)) for _ in range(RUNS)
        ]
    longest, shortest = (statistics.median(column) for column in zip(*times, strict=True))
    return longest / shortest, longest, shortest


def _first_drawing(browser: Browser, address: str) -> float:
    """Open the page in a fresh tab; return the milliseconds until its markers stand."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.goto(address, wait_until="commit")
    milliseconds = tab.wait_for_function(DRAWN, polling=5).json_value()
    tab.close()
    return float(milliseconds)


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@contextmanager
def _served(count: int) -> Iterator[str]:
    static = settings.BASE_DIR / "portal" / "static"
    with (
        tempfile.TemporaryDirectory() as folder,
        map_page.served(
            Path(folder), static, page=map_page.ONLY_ONE_MAP, drawn=_answer(count)
        ) as address,
    ):
        yield address


def _answer(count: int) -> dict[str, object]:
    """Answer as the portal does, with points made up for the measure."""
    dice = random.Random(count)  # noqa: S311 - places, not secrets
    points = [
        {
            "slug": f"fiche-synthetique-{number}",
            "name": f"Fiche synthétique n° {number}",
            "url": f"http://localhost/dynamiques/fiche-synthetique-{number}/",
            "lon": round(dice.uniform(-4, 7), 5),
            "lat": round(dice.uniform(43, 50), 5),
            "type": "ptce",
            "precision": "commune",
            "place": "Lieu synthétique",
        }
        for number in range(count)
    ]
    return map_page.answer(points)
