"""A browser and a site for tests that walk as people do."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.server import running_site

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put everything that browses on one worker: it shares one site."""
    for item in items:
        if "tests/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; without one these tests are skipped, except where services are required."""
    if CHROMIUM:
        return CHROMIUM
    message = "No Chromium on the PATH: set CHROMIUM to run the browser tests."
    if os.environ.get("REQUIRE_SERVICES"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser_type_launch_args(chromium: str) -> dict:
    """Use the system's browser, without anything that calls home."""
    return {
        "executable_path": chromium,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def site(chromium: str) -> Iterator[str]:
    """The address of a running portal with its whole content."""
    with running_site() as address:
        yield address


@pytest.fixture(scope="session")
def browser_context_args(site: str) -> dict:
    """Open pages by their path, in French."""
    return {"base_url": site, "locale": "fr-FR", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def phone(browser: Browser, browser_context_args: dict) -> Iterator[Page]:
    """A page as wide as a small phone."""
    arguments = browser_context_args | {"viewport": {"width": 360, "height": 740}, "has_touch": True}
    context: BrowserContext = browser.new_context(**arguments)
    yield context.new_page()
    context.close()
