"""The map, in a real browser: drawn under a strict policy, walked with the keyboard."""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe

from django.conf import settings

from tests.portal.territories import map_page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
FIRST = '#many .map-marker[tabindex="0"]'


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    static = settings.BASE_DIR / "portal" / "static"
    with map_page.served(tmp_path_factory.mktemp("map"), static) as address:
        yield address


@pytest.fixture(scope="module")
def chromium(playwright):
    if not CHROMIUM:
        pytest.skip("No Chromium on the PATH: set CHROMIUM to run the browser tests.")
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
    )
    yield browser
    browser.close()


@pytest.fixture
def map_tab(chromium, address):
    context = chromium.new_context(
        viewport={"width": 800, "height": 700}, reduced_motion="reduce", locale="fr-FR"
    )
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(address)
    page.wait_for_selector("#many .map-marker")
    page.wait_for_selector("#one .map-spot")
    yield page
    context.close()


def focused(page):
    return page.evaluate(
        "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
    )


def test_maps_are_drawn_under_a_strict_policy(map_tab):
    refused = [text for text in map_tab.complaints if "404" not in text]

    assert refused == []
    assert map_tab.locator("#many path.map-area-departments").count() == 101


def test_the_list_stays_when_the_points_cannot_be_fetched(map_tab):
    assert map_tab.locator("#broken").inner_text() == "La liste reste"


def test_points_of_one_place_are_one_marker_that_lists_them(map_tab):
    # The one overseas is out of view.
    assert map_tab.locator("#many .map-marker").count() == 3

    map_tab.get_by_role("button", name="2 dynamiques à cet endroit").click()

    links = map_tab.locator(".map-bubble a")
    assert links.all_inner_texts() == ["Mine d’Idées", "Euralens"]


def test_the_markers_are_one_tab_stop_that_arrows_walk(map_tab):
    assert map_tab.locator(FIRST).count() == 1
    map_tab.focus(FIRST)

    names = []
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowUp", "End", "Home", "ArrowLeft"):
        map_tab.keyboard.press(key)
        names.append(focused(map_tab).split(" ")[-1])

    assert names == [
        "endroit",
        "Biovallée",
        "Eusko",
        "Biovallée",
        "Biovallée",
        "Eusko",
        "Biovallée",
    ]
    assert map_tab.locator(FIRST).count() == 1


def test_enter_opens_then_follows_and_escape_comes_back(map_tab):
    map_tab.focus(FIRST)

    map_tab.keyboard.press("Enter")
    assert focused(map_tab) == "Eusko"
    assert map_tab.get_by_role("button", name="Fermer").is_visible()

    map_tab.keyboard.press("Escape")
    assert map_tab.locator(".map-bubble").count() == 0
    assert "map-marker" in map_tab.evaluate("document.activeElement.className")

    map_tab.keyboard.press("Enter")
    map_tab.keyboard.press("Enter")
    map_tab.wait_for_url("**/dynamiques/0/")


def test_the_first_view_frames_the_mainland_even_with_a_point_overseas(map_tab):
    frame = map_tab.locator("#many").bounding_box()
    eusko = map_tab.get_by_role("button", name="Eusko").bounding_box()
    biovallee = map_tab.get_by_role("button", name="Biovallée").bounding_box()

    assert biovallee["x"] - eusko["x"] > frame["width"] / 5


def test_the_map_has_no_accessibility_fault(map_tab):
    map_tab.get_by_role("button", name="Biovallée").click()

    assert Axe().run(map_tab).response["violations"] == []


def test_a_map_can_be_taken_away(map_tab):
    map_tab.evaluate("document.querySelector('#many').remove()")

    assert [text for text in map_tab.complaints if "404" not in text] == []


def coarse(route):
    """Answer with one square far from what will be looked at, as the portal does when there are too many points."""
    square = {"key": "7/1", "n": 12, "lon": 2.8, "lat": 47, "bbox": [1, 46, 4, 48]}
    counts = {"total": 12, "selected": 12, "without_location": 0, "facets": {}}
    route.fulfill(json={"mode": "cells", "cells": [square]} | counts)


@pytest.fixture
def wide_map(map_tab):
    """A map of which only a first look is held; moving it asks for more."""
    map_tab.route("**/map.json*", coarse)
    map_tab.reload()
    map_tab.wait_for_selector("#many .map-marker")
    return map_tab


def move(page, latitude, longitude):
    page.evaluate(f"document.querySelector('#many').map.setView([{latitude}, {longitude}], 9)")


def test_what_does_not_arrive_is_said_and_asked_again(wide_map):
    wide_map.unroute("**/map.json*")
    wide_map.route("**/map.json*", lambda route: route.fulfill(status=503, json={}))
    move(wide_map, 47, 2.8)

    notice = wide_map.locator("#many .map-notice")
    notice.get_by_text("La suite manque.").wait_for()
    assert wide_map.get_by_role("button", name="12 dynamiques, zoomer").is_visible()
    assert Axe().run(wide_map).response["violations"] == []

    wide_map.unroute("**/map.json*")
    wide_map.route("**/map.json*", coarse)
    wide_map.get_by_role("button", name="Redemander").press("Enter")
    notice.get_by_text("La suite manque.").wait_for(state="detached")
    assert "map-marker" in wide_map.evaluate("document.activeElement.className")


def test_a_late_answer_about_elsewhere_is_not_drawn_over_what_is_in_view(wide_map):
    held = []
    move(wide_map, 47, 2.8)
    wide_map.wait_for_function("document.querySelector('#many').data.zoom === 9")
    wide_map.unroute("**/map.json*")
    wide_map.route("**/map.json*", lambda late: held.append(late))  # noqa: PLW0108 - Playwright marks what it is given
    with wide_map.expect_request("**/map.json*"):
        move(wide_map, -21, 55)
    move(wide_map, 47, 2.8)
    for late in held:
        late.fulfill(json={"mode": "cells", "cells": [], "total": 0, "selected": 12})
    wide_map.evaluate("fetch('/index.html').then((page) => page.text())")

    assert held
    assert wide_map.locator("#many .map-marker").count() == 1


def test_a_bubble_does_not_keep_the_map_from_being_drawn_again(map_tab):
    map_tab.get_by_role("button", name="Biovallée").click()
    move(map_tab, 43.5, -1.5)
    map_tab.get_by_role("button", name="Eusko").wait_for()

    map_tab.locator("#many").get_by_role("button", name="Réduire").click()

    assert map_tab.locator(".map-bubble").count() == 0


def test_a_square_of_one_is_named_in_the_singular(map_tab):
    square = {"key": "7/1", "n": 1, "lon": 2.8, "lat": 47, "bbox": [1, 46, 4, 48]}
    counts = {"total": 1, "selected": 1, "without_location": 0, "facets": {}}
    answer = {"mode": "cells", "cells": [square]} | counts
    map_tab.route("**/map.json*", lambda route: route.fulfill(json=answer))
    map_tab.reload()

    map_tab.get_by_role("button", name="1 dynamique", exact=True).wait_for()
