"""Somebody who has never come finds a tool for a problem, and those who tried it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.keyboard import tab_to

PROBLEM = "comment impliquer les habitants"
METHOD = re.compile(r"/outils/[\w-]+/$")
DYNAMIC = re.compile(r"/dynamiques/[\w-]+/$")


@pytest.fixture(params=["with scripts", "without script"])
def newcomer(
    request: pytest.FixtureRequest, browser: Browser, browser_context_args: dict
) -> Iterator[Page]:
    """Somebody with a small phone, whether or not scripts run on it."""
    context = browser.new_context(
        **browser_context_args
        | {
            "viewport": {"width": 360, "height": 740},
            "is_mobile": True,
            "has_touch": True,
            "java_script_enabled": request.param == "with scripts",
        }
    )
    yield context.new_page()
    context.close()


def found_methods(page: Page) -> Locator:
    return page.locator("main #results h3 a[href^='/outils/']")


def dynamics_that_tried(page: Page) -> Locator:
    return page.locator("main section[aria-labelledby='tried'] a[href^='/dynamiques/']")


def test_a_problem_typed_at_home_leads_to_a_dynamic_that_tried_the_tool(newcomer: Page):
    newcomer.goto("/")
    newcomer.locator("#search-main").fill(PROBLEM)
    newcomer.get_by_role("main").get_by_role("search").get_by_role("button").tap()

    expect(newcomer.locator("#search-main")).to_have_value(PROBLEM)
    found_methods(newcomer).first.tap()
    expect(newcomer).to_have_url(METHOD)
    method = newcomer.get_by_role("heading", level=1).inner_text()

    dynamics_that_tried(newcomer).first.tap()
    expect(newcomer).to_have_url(DYNAMIC)
    expect(newcomer.get_by_role("main").get_by_role("link", name=method)).not_to_have_count(0)


def test_what_holds_one_back_leads_to_a_tool_in_three_steps(newcomer: Page):
    newcomer.goto("/")

    newcomer.locator("main h2 a[href='/outils/']").tap()
    newcomer.locator("main a[href*='barrier=low_involvement']").first.tap()
    found_methods(newcomer).first.tap()

    expect(newcomer).to_have_url(METHOD)
    expect(newcomer.locator("main a[href*='barrier=low_involvement']")).to_be_visible()


def test_a_theme_leads_to_a_dynamic_that_used_a_tool_in_three_steps(newcomer: Page):
    newcomer.goto("/")

    newcomer.locator("main a[href='/outils/?theme=inhabitants']").tap()
    newcomer.get_by_role("link", name="Débat mouvant").tap()
    dynamics_that_tried(newcomer).first.tap()

    expect(newcomer).to_have_url(DYNAMIC)


def test_the_menu_of_a_phone_leads_to_every_room(newcomer: Page):
    rooms = ("/dynamiques/", "/outils/", "/glossaire/", "/propositions/", "/communaute/")

    for room in rooms:
        newcomer.goto("/")
        newcomer.get_by_role("button", name="Menu").tap()
        newcomer.locator(f"#site-nav a[href='{room}']").tap()
        expect(newcomer).to_have_url(re.compile(f"{room}$"))


def test_the_keyboard_alone_leads_from_a_problem_to_a_dynamic(page: Page):
    page.goto("/")
    tab_to(page, page.locator("#search-main"))
    page.keyboard.type(PROBLEM)
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/recherche/"))
    tab_to(page, found_methods(page).first)
    page.keyboard.press("Enter")

    expect(page).to_have_url(METHOD)
    tab_to(page, dynamics_that_tried(page).first)
    page.keyboard.press("Enter")

    expect(page).to_have_url(DYNAMIC)


def test_the_skip_link_passes_over_the_menu(page: Page):
    page.goto("/dynamiques/eusko/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.locator("main :focus")).to_have_count(1)


def test_the_menu_of_a_phone_opens_and_closes_with_the_keyboard(phone: Page):
    phone.goto("/")
    opener = phone.get_by_role("button", name="Menu")

    tab_to(phone, opener)
    phone.keyboard.press("Enter")
    expect(phone.locator("#site-nav")).to_be_visible()

    phone.keyboard.press("Escape")
    expect(phone.locator("#site-nav")).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_search_without_result_shows_ways_out(newcomer: Page):
    newcomer.goto("/recherche/?q=zzzzqqq")

    newcomer.locator("main .nothing a[href='/outils/']").tap()

    expect(newcomer).to_have_url(re.compile("/outils/$"))
