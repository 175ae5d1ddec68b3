"""Searching as people do: with the keyboard alone, with a thumb, and what animators change at once."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import SignIn
from tests.browser.keyboard import tab_to

ANIMATOR = "animateur@demo.example"
TERM = re.compile(r"/glossaire/tiers-lieu/$")


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Recherche")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox").get_by_role("option")


def chips(page: Page) -> Locator:
    return page.get_by_role("list", name="Vos choix").get_by_role("link")


def test_the_keyboard_alone_completes_a_word_and_follows_it(page: Page):
    page.goto("/charte/")
    tab_to(page, box(page))
    page.keyboard.type("tier")

    expect(options(page).first).to_contain_text("Tiers-lieu")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    expect(page.locator("search-box [role=status]")).to_contain_text("suggestions")
    page.keyboard.press("ArrowDown")
    first = options(page).first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box(page)).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    expect(box(page)).to_be_focused()
    page.keyboard.press("Enter")

    expect(page).to_have_url(TERM)


def test_escape_puts_the_list_away_and_keeps_the_words(page: Page):
    page.goto("/charte/")
    box(page).press_sequentially("tier")
    expect(options(page).first).to_be_visible()

    page.keyboard.press("Escape")

    expect(options(page)).to_have_count(0)
    expect(box(page)).to_have_value("tier")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Tab")
    expect(options(page)).to_have_count(0)


def test_enter_without_a_choice_searches_for_what_was_typed(page: Page):
    page.goto("/charte/")
    box(page).press_sequentially("tier")
    expect(options(page).first).to_be_visible()

    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/recherche/\?q=tier$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_is_accessible_while_it_is_open(page: Page, scheme: str):
    page.emulate_media(color_scheme=scheme)
    page.goto("/recherche/")
    box(page).press_sequentially("nouv")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")

    assert violations(page) == []


def test_the_keyboard_alone_filters_then_takes_the_filter_back(page: Page):
    page.goto("/recherche/?q=habitants")
    before = page.locator(".result-count").inner_text()
    theme = page.locator("#filters [name=theme]").first

    tab_to(page, theme)
    page.keyboard.press("Space")
    expect(chips(page)).to_have_count(1)
    expect(theme).to_be_focused()
    assert page.locator(".result-count").inner_text() != before
    tab_to(page, chips(page).first)
    page.keyboard.press("Enter")

    expect(chips(page)).to_have_count(0)
    expect(page.locator(".result-count")).to_have_text(before)


def test_a_thumb_completes_filters_and_takes_back(phone: Page):
    phone.goto("/")
    box(phone).tap()
    box(phone).press_sequentially("habitant")
    expect(options(phone).first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.locator("main form[role=search] [type=submit]").tap()
    expect(phone).to_have_url(re.compile("q=habitant"))

    phone.get_by_role("button", name="Filtrer").tap()
    phone.locator("#filters [name=kind][value=dynamic]").check()
    phone.get_by_role("button", name="Afficher les résultats").tap()
    expect(chips(phone)).to_have_count(1)
    chips(phone).first.tap()

    expect(chips(phone)).to_have_count(0)


def test_a_finger_follows_a_suggestion(phone: Page):
    phone.goto("/charte/")
    box(phone).tap()
    box(phone).press_sequentially("tier")

    options(phone).first.tap()

    expect(phone).to_have_url(TERM)


def test_a_synonym_that_an_animator_adds_works_at_once(page: Page, sign_in: SignIn, word: str):
    page.goto(f"/recherche/?q={word}")
    expect(page.get_by_role("heading", name="Aucun résultat")).to_be_visible()

    admin = sign_in(ANIMATOR)
    admin.goto("/admin/snippets/search/synonymrule/add/")
    admin.locator("[name=rule]").fill(f"{word} => forum ouvert")
    admin.locator("footer [type=submit]").click()
    expect(admin.locator(".messages .success")).to_be_visible()
    page.reload()

    expect(page.locator("#results h3").first).to_have_text("Forum ouvert")
