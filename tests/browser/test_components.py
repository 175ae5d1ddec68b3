"""The page that shows every component once, for those who draw."""

import re

import pytest
from playwright.sync_api import Page, expect

from portal.home.demo_accounts import PASSWORD
from tests.browser import accessibility, markup


@pytest.fixture
def components(page: Page) -> Page:
    """The page of components, opened by the administrator."""
    page.goto("/admin/login/?next=/composants/")
    page.locator("[name=username]").fill("admin@demo.example")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("form [type=submit]").click()
    expect(page).to_have_url(re.compile("/composants/$"))
    return page


def test_every_component_is_valid(components: Page):
    assert markup.errors(components.request.get("/composants/").text()) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_component_is_accessible(components: Page, scheme: str, width: int):
    components.set_viewport_size({"width": width, "height": 800})
    components.emulate_media(color_scheme=scheme)

    assert accessibility.violations(components) == []
